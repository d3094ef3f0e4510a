#include "read/ocr/ocr.h"

#include "read/file_bytes.h"
#include "read/image/page_image.h"
#include "read/ocr/page_ocr.h"
#include "read/pdf/poppler.h"
#include "read/sha256.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace kompass::read {
namespace {

/// Raised with every change that can change a word: what was kept under another number is read anew.
constexpr int recipe = 6;

PageImage image_of(std::string_view bytes, SourceKind kind, int number, double resolution) {
    return kind == SourceKind::pdf ? pdf_page_image(bytes, number, resolution)
                                   : file_page_image(bytes, number, resolution);
}

std::string description(const PageText& text, double dpi) {
    auto why = fmt::format("read at {:.0f} dpi", dpi);
    if (text.quarter_turns_clockwise != 0)
        why += fmt::format(", turned by {} degrees", 90 * text.quarter_turns_clockwise);
    return why;
}

std::string checksum(const OcrModel& model) {
    return model.file.empty() ? "missing" : sha256_hex(read_file(model.file).bytes);
}

} // namespace

int image_pages(std::string_view bytes) {
    try {
        return pages_of_image(bytes);
    } catch (const ImageError& error) {
        throw OcrError(error.what());
    }
}

Page ocr_page(std::string_view bytes, SourceKind kind, int number, const OcrSettings& settings) {
    try {
        static PageOcr ocr;
        const auto image = image_of(bytes, kind, number, settings.resolution);
        auto text = ocr.read(image);
        Page page;
        page.number = number;
        page.width = text.width;
        page.height = text.height;
        page.reading = Reading::ocr;
        page.why = description(text, image.dpi);
        page.confidence = text.confidence;
        page.words = std::move(text.words);
        return page;
    } catch (const ImageError& error) {
        throw OcrError(error.what());
    } catch (const OcrModelError& error) {
        throw OcrError(error.what());
    }
}

std::string ocr_fingerprint(const OcrSettings& settings) {
    auto fingerprint = fmt::format("recipe {}; poppler {}; leptonica, tesseract {}; {} dpi", recipe,
                                   poppler_version(), ocr_library_versions(), settings.resolution);
    for (const auto& model : ocr_models())
        fingerprint += fmt::format("; {} {}", model.name, checksum(model));
    return fingerprint;
}

std::vector<OcrModel> ocr_models() {
    const auto folder = models_folder();
    std::vector<OcrModel> models;
    for (const auto* name : PageOcr::models) {
        const auto file = std::filesystem::path(folder) / fmt::format("{}.traineddata", name);
        models.push_back({name, std::filesystem::exists(file) ? file.string() : ""});
    }
    return models;
}

std::string ocr_library_versions() {
    return fmt::format("{}, {}", leptonica_version(), tesseract_version());
}

} // namespace kompass::read
