#include "read/pdf/pdf_reader.h"

#include "read/partly_hidden.h"
#include "read/pdf/cover.h"
#include "read/pdf/drawn_bullets.h"
#include "read/pdf/glyph_text.h"
#include "read/pdf/looks.h"
#include "read/pdf/page_ink.h"
#include "read/source_kind.h"
#include "read/triage.h"
#include "text/unicode.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace kompass::read {
namespace {

bool is_bold(const std::string& font_name) {
    constexpr std::array<std::string_view, 5> marks = {"Bold", "bold", "Black", "Heavy", "-BdMT"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return font_name.find(mark) != std::string::npos; });
}

void add_words(const std::vector<SetWord>& set, Page& page) {
    page.words.reserve(set.size());
    for (const auto& from : set) {
        Word word{glyph_text(from.text), from.box, from.size, is_bold(from.font)};
        if (auto marks = note_marks(from.text); !marks.empty()) {
            page.apart.push_back({word, Apart::note_mark});
            page.apart.back().word.text = std::move(marks);
        }
        if (!word.text.empty() && word.text != " ") page.words.push_back(std::move(word));
    }
}

/// Marks aslant under fields and pictures are hidden in part as well, and nobody reads them as text.
bool is_text(const PartlyHidden& partly, const Looks& looks) {
    return std::any_of(partly.glyphs.begin(), partly.glyphs.end(),
                       [&](std::size_t i) { return !looks.at(i).has_value(); });
}

/// The word's reading is unsure, and why is told.
void doubt_partly_hidden(const PartlyHidden& partly, Page& page, Document& document) {
    constexpr double unsure = 0.5;
    const auto whole = glyph_text(partly.whole);
    const auto seen = glyph_text(partly.seen);
    for (auto& word : page.words) {
        if (!word.box.holds_middle_of(partly.box) && !partly.box.holds_middle_of(word.box)) continue;
        auto reading = word.text; // Poppler may have parted the glyphs in another way
        if (const auto at = reading.find(whole); at != std::string::npos)
            reading.replace(at, whole.size(), seen);
        word.confidence = unsure;
        word.readings.push_back(std::move(reading));
    }
    add_trouble(
        document, Severity::warning, kPartlyHidden,
        fmt::format("“{}” is partly painted over{}; compare it with the page", whole,
                    seen.empty() || seen == whole ? "" : fmt::format(", what is seen reads “{}”", seen)),
        page.number);
    document.troubles.back().place->box = partly.box;
}

/// A page as a reader holds it and sees it.
struct SeenPage {
    PaintedPage painted; ///< its words made of the glyphs that are text
    Cover cover;         ///< of its glyphs
    Looks looks;         ///< likewise
    int turned = 0;      ///< quarter turns clockwise
};

SeenPage see(const PdfFile& file, int number) {
    SeenPage seen{file.paint(number, 0), {}, {}, 0};
    seen.turned = turns_to_upright(seen.painted.painting);
    if (seen.turned != 0) seen.painted = file.paint(number, seen.turned);
    seen.cover = cover_of(seen.painted.painting);
    seen.looks = looks_of(seen.painted.painting, seen.cover);
    const auto is_apart = [](const auto& look) { return look.has_value(); };
    if (std::none_of(seen.looks.begin(), seen.looks.end(), is_apart)) return seen;
    std::vector<bool> left_out(seen.looks.size());
    std::transform(seen.looks.begin(), seen.looks.end(), left_out.begin(), is_apart);
    seen.painted.words = file.paint(number, seen.turned, left_out).words;
    return seen;
}

/// Letters that a stamp or a running head may have, and how much of a page print covers around it in a scan.
constexpr std::size_t most_letters_of_a_stamp = 60;
constexpr double least_print_of_a_scan = 0.2;

/// What is drawn, and may be text: pictures, and paths as many as letters have.
std::vector<Box> possible_text(const PaintedPage& painted) {
    constexpr double least_share = 0.04; // of the page: no logo is so large, no table smaller
    constexpr std::size_t curves_of_text =
        300; // no drawing of a report's has so many, a page of letters has 1000
    const double page_area = painted.width * painted.height;
    const Box page{0, 0, painted.width, painted.height};
    if (painted.painting.curved >= curves_of_text) return {page};
    std::vector<Box> pictures;
    double area = 0;
    for (const auto& paint : painted.painting.paints) {
        if (paint.kind != Paint::Kind::picture) continue;
        pictures.push_back(paint.box);
        area += paint.box.width() * paint.box.height();
    }
    if (area < least_share * page_area) pictures.clear(); // but one picture may come in strips
    return pictures;
}

/// A picture as large as the page, of paper with something on it: a cover that was scanned, no photograph.
bool is_scanned_sheet(const PaintedPage& painted, const Ink& ink) {
    constexpr double least_share = 0.8; // of the page
    constexpr double least_paper = 0.5; // of it
    const double page_area = painted.width * painted.height;
    return ink.any && ink.paper_share >= least_paper &&
           std::any_of(painted.painting.paints.begin(), painted.painting.paints.end(),
                       [&](const Paint& paint) {
                           return paint.kind == Paint::Kind::picture &&
                                  paint.box.width() * paint.box.height() >= least_share * page_area;
                       });
}

/// Decides for pages whose few words say nothing of them and for those with pictures of text; triage decides
/// for the others.
void judge_by_ink(const PdfFile& file, const SeenPage& seen, Page& page) {
    page.reading = Reading::text_layer;
    const bool many_words = page.words.size() > most_letters_of_a_stamp;
    const auto letters = many_words ? page.words.size() : quality_of(page).spelling.letters;
    const bool few_letters = letters <= most_letters_of_a_stamp;
    auto pictures = possible_text(seen.painted);
    if (!few_letters && pictures.empty()) return;
    std::vector<Box> words;
    for (const auto& word : page.words)
        words.push_back(word.box);
    const auto drawn = file.draw(page.number, seen.turned, ink_resolution);
    const auto ink = ink_beside(words, drawn, {{0, 0, page.width, page.height}});
    const bool unseen = drawn.gray.empty();
    if (words.empty() && (ink.any || unseen)) {
        send_to_ocr(page, "no text layer");
    } else if (words.empty()) {
        page.reading = Reading::empty;
        page.why = "nothing is on the page";
    } else if (few_letters && ink.print_share >= least_print_of_a_scan) {
        send_to_ocr(page, fmt::format("the text layer has {} letters on a page full of print", letters));
    } else if (!pictures.empty() && ink_beside(words, drawn, pictures).print_share >= least_print_of_a_scan) {
        page.reading = Reading::ocr;
        page.why = "OCR: a picture on the page is full of print";
        page.unread = std::move(pictures);
    } else if (letters < telling_letters && is_scanned_sheet(seen.painted, ink)) {
        page.reading = Reading::ocr;
        page.why = fmt::format("OCR: {} letters stand over a picture of the page", letters);
        page.unread = std::move(pictures);
    }
}

void add_drawn_bullets(const PdfFile& file, int turned, Page& page) {
    const auto starts = indented_starts(page);
    if (starts.empty()) return;
    const auto drawn = file.draw(page.number, turned, ink_resolution);
    if (drawn.gray.empty()) return;
    auto bullets = drawn_bullets(starts, page, drawn);
    std::move(bullets.begin(), bullets.end(), std::back_inserter(page.words));
}

Page read_page(const PdfFile& file, int number, Document& document) {
    Page page;
    page.number = number;
    if (!file.has_page(number)) {
        page.reading = Reading::failed;
        page.why = "Poppler cannot open the page";
        add_trouble(document, Severity::warning, "page-unreadable",
                    "the page is damaged and cannot be opened; fetch the file again from its publisher",
                    number);
        return page;
    }
    const auto seen = see(file, number);
    page.width = seen.painted.width;
    page.height = seen.painted.height;
    page.apart = words_apart(seen.painted.painting, seen.looks);
    add_words(seen.painted.words, page);
    for (const auto& partly : seen.cover.partly)
        if (is_text(partly, seen.looks)) doubt_partly_hidden(partly, page, document);
    judge_by_ink(file, seen, page);
    if (page.reading == Reading::text_layer) add_drawn_bullets(file, seen.turned, page);
    return page;
}

/// Whether the file can be read; if not, an error is added.
bool can_be_read(std::string_view bytes, const PdfFile& file, Document& document) {
    if (!is_whole_pdf(bytes))
        add_trouble(document, Severity::error, "damaged-pdf",
                    "the file is cut off: the end of the PDF is missing; fetch it again from its publisher");
    else if (file.state() == PdfFile::State::locked)
        add_trouble(
            document, Severity::error, "encrypted-pdf",
            "the file needs a password; remove it first, e.g. with: qpdf --decrypt --password=… IN OUT");
    else if (file.state() == PdfFile::State::broken)
        add_trouble(document, Severity::error, "damaged-pdf",
                    "the file cannot be opened as a PDF or has no pages; fetch it again from its publisher");
    else
        return true;
    return false;
}

void tell_carried_files(const PdfFile& file, Document& document) {
    std::vector<std::string> names; // a comment may point to a file of the document
    for (auto& name : file.carried_files())
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    if (names.empty()) return;
    constexpr std::size_t most = 5;
    const auto told = std::min(names.size(), most);
    add_trouble(document, Severity::note, "embedded-files",
                fmt::format("the PDF carries other files, which are not read with it ({}{}); to read those "
                            "that are PDFs: --attachments FOLDER; to take out all: pdfdetach -saveall FILE",
                            fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(told), ", "),
                            told < names.size() ? ", …" : ""));
}

/// A file made for the web says in its first object how long it is; 0 if it does not.
std::size_t stated_length(std::string_view bytes) {
    const auto head = bytes.substr(0, 1024);
    const auto dictionary = head.find("/Linearized");
    const auto key = head.find("/L ", dictionary == std::string_view::npos ? head.size() : dictionary);
    if (key == std::string_view::npos) return 0;
    std::size_t length = 0;
    const auto digits = head.substr(key + 3);
    std::from_chars(digits.data(), digits.data() + digits.size(), length);
    return length;
}

} // namespace

bool is_whole_pdf(std::string_view bytes) {
    constexpr std::size_t line_end = 2; // bytes, which mail and editors take off a file's end
    if (stated_length(bytes) > bytes.size() + line_end) return false;
    const auto end = bytes.rfind("%%EOF");
    if (end == std::string_view::npos) return false;
    constexpr std::size_t pointer_size = 64; // bytes: "startxref", a number, line ends
    const auto pointer = bytes.substr(0, end).rfind("startxref");
    if (pointer == std::string_view::npos || end - pointer > pointer_size) return false;
    // Objects after the last end mark: a later revision of the file was begun and cut off.
    return bytes.substr(end).find(" obj") == std::string_view::npos;
}

void read_pdf(std::string_view bytes, const ReadOptions& options, const ReadEvents& events,
              Document& document) {
    PopplerMessages messages;
    const PdfFile file(bytes);
    if (!can_be_read(bytes, file, document)) return;
    const int pages = file.pages();
    if (events.opened) events.opened(pages);
    if (refuse_too_many_pages(document, pages, options)) return;
    document.info = file.info();
    tell_carried_files(file, document);
    (void)messages.take_loss(); // what was said so far is of no page
    for (int number = options.first_page; number <= pages; ++number) {
        auto page = read_page(file, number, document);
        if (const auto loss = messages.take_loss(); !loss.empty())
            add_trouble(
                document, Severity::warning, "page-damaged",
                fmt::format("the page is damaged, some of its text may be missing ({}); compare what was "
                            "taken from it with the page, or fetch the file again",
                            loss),
                number);
        add_page(document, std::move(page), pages, events);
    }
    if (messages.any()) add_trouble(document, Severity::note, "pdf-damage", messages.summary());
}

std::vector<Attachment> attached_pdfs(std::string_view bytes) {
    constexpr std::size_t most_files = 50; // a portfolio of a county's reports has fewer
    constexpr std::size_t most_bytes = std::size_t{128} << 20;
    PopplerMessages messages;
    const PdfFile file(bytes);
    std::vector<Attachment> attached;
    if (file.state() != PdfFile::State::open) return attached;
    const auto names = file.carried_files();
    std::size_t left = most_bytes;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (attached.size() == most_files) {
            attached.push_back({"", "", fmt::format("only the first {} files are taken out", most_files)});
            break;
        }
        const bool named = !names[i].empty(); // one without its bytes may have no name
        auto name = named ? names[i] : fmt::format("attachment {}", i + 1);
        auto carried = file.carried_bytes(i, left);
        if (!carried && (!named || unicode::lower(name).ends_with(".pdf"))) {
            attached.push_back({std::move(name), "", "damaged, or too large to be taken out"});
        } else if (carried && content_of(*carried) == Content::pdf) {
            left -= carried->size();
            const auto is_it = [&](const Attachment& other) { // a comment may point to it as well
                return other.name == name && other.bytes == *carried;
            };
            if (std::none_of(attached.begin(), attached.end(), is_it))
                attached.push_back({std::move(name), std::move(*carried), ""});
        }
    }
    return attached;
}

DrawnPage draw_pdf_page(std::string_view bytes, int number,
                        const std::function<double(double width, double height)>& choose_dpi) {
    PopplerMessages messages;
    const PdfFile file(bytes);
    if (file.state() != PdfFile::State::open || !file.has_page(number)) return {};
    const int turned = turns_to_upright(file.paint(number, 0).painting);
    const auto [width, height] = file.size_of(number, turned);
    return file.draw(number, turned, choose_dpi(width, height));
}

} // namespace kompass::read
