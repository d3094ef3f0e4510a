#include "read/reader.h"

#include "read/document_assembly.h"
#include "read/file_bytes.h"
#include "read/image/image_frame.h"
#include "read/ocr/ocr.h"
#include "read/pdf/pdf_reader.h"
#include "read/reading.h"
#include "read/sha256.h"
#include "read/source_kind.h"
#include "read/transcript_reader.h"
#include "read/triage.h"
#include "text/encoding.h"
#include "text/file_name.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <utility>

namespace kompass::read {
namespace {

SourceKind kind_of(Content content) {
    switch (content) {
    case Content::image:
        return SourceKind::image;
    case Content::empty:
    case Content::text:
    case Content::invalid_utf8:
        return SourceKind::transcript;
    case Content::pdf:
    case Content::unknown:
        break;
    }
    return SourceKind::pdf;
}

void refuse(Document& document, std::string code, std::string message) {
    add_trouble(document, Severity::error, std::move(code), std::move(message));
}

void refuse_invalid_utf8(Document& document, std::string_view bytes) {
    refuse(document, "invalid-utf8", text::utf8_complaint(bytes));
}

/// True, and an error added, if the image says of itself that it cannot be taken.
bool refuse_frame(std::string_view bytes, Document& document) {
    constexpr std::uint64_t most_pixels = 100'000'000; // A3 at 600 dots an inch has 70 million
    const auto frame = frame_of(bytes);
    if (frame.pixels > most_pixels)
        refuse(
            document, "image-too-large",
            fmt::format("the image has {} million pixels, more than the {} that are unpacked; save it at a "
                        "lower resolution",
                        frame.pixels / 1'000'000, most_pixels / 1'000'000));
    else if (frame.unmarked_inks)
        refuse(
            document, "unmarked-inks",
            "a JPEG of four inks (CMYK) that does not say which way they are counted: what is dark in it may "
            "be paper; save it anew as PNG");
    else if (frame.cut_off)
        refuse(document, "damaged-image", "the image is cut off: its end is missing; fetch it again");
    return has_error(document);
}

/// Its pages are all for OCR.
void read_image(std::string_view bytes, const ReadOptions& options, const ReadEvents& events,
                Document& document) {
    if (refuse_frame(bytes, document)) return;
    int pages = 0;
    try {
        pages = image_pages(bytes);
    } catch (const OcrError& error) {
        refuse(document, "damaged-image", error.what());
        return;
    }
    if (events.opened) events.opened(pages);
    if (refuse_too_many_pages(document, pages, options)) return;
    for (int number = options.first_page; number <= pages; ++number) {
        Page page;
        page.number = number;
        send_to_ocr(page, "an image");
        add_page(document, std::move(page), pages, events);
    }
}

void read_content(Content content, std::string_view bytes, const ReadOptions& options,
                  const ReadEvents& events, Document& document) {
    switch (content) {
    case Content::empty:
        refuse(document, "empty-file", "the file is empty; fetch it again from its publisher");
        return;
    case Content::pdf:
        read_pdf(bytes, options, events, document);
        return;
    case Content::image:
        read_image(bytes, options, events, document);
        return;
    case Content::text:
        read_transcript(bytes, options, events, document);
        return;
    case Content::invalid_utf8:
        refuse_invalid_utf8(document, bytes);
        return;
    case Content::unknown:
        refuse(document, "unknown-kind",
               "the file is neither a PDF nor an image nor a text; give one of these");
        return;
    }
}

} // namespace

Document read_reporting(const std::filesystem::path& file, const ReadOptions& options,
                        const ReadEvents& events) {
    Document document;
    document.file = text::file_name_text(file.filename().string());
    const auto source = read_file(file);
    if (!source.error.empty()) {
        refuse(document, "unreadable-file", fmt::format("the file cannot be read: {}", source.error));
        return document;
    }
    document.sha256 = sha256_hex(source.bytes);
    const auto content = content_of(source.bytes);
    document.kind = kind_of(content);
    if (events.identified) events.identified(document);
    read_content(content, source.bytes, options, events, document);
    return document;
}

Document read_document(const std::filesystem::path& file, const ReadOptions& options, const OnPage& on_page) {
    ReadEvents events;
    if (on_page)
        events.page_read = [&](const Document& document, int pages) {
            on_page(document.pages.back(), pages);
        };
    return DocumentAssembly(read_reporting(file, options, events)).take();
}

} // namespace kompass::read
