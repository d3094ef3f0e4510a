// A page read by OCR: image in, words out. The seam between the engine (page images, Leptonica, Tesseract)
// and what decides, distributes and keeps its work (triage, worker pool, cache).
//
// Words have boxes in points from the page's top left corner, like those of a text layer. Every call loads
// the models at most once a process. Throws OcrError saying what is missing (a model, an image that cannot be
// decoded) and what to do. One thread at a time.
#pragma once

#include "model/document.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::read {

struct OcrError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct OcrSettings {
    double resolution = 0; ///< dots per inch a PDF page is rendered at; 0: chosen by the page
};

/// How many pages an image file (PNG, JPEG, TIFF) holds.
[[nodiscard]] int image_pages(std::string_view bytes);

/// Page `number` (1 is the first) of a PDF or an image file: reading, why, confidence and words are filled.
[[nodiscard]] Page ocr_page(std::string_view bytes, SourceKind kind, int number, const OcrSettings& settings);

/// What the outcome depends on besides the page's image: versions, checksums of the models, parameters. Equal
/// fingerprints give equal words.
[[nodiscard]] std::string ocr_fingerprint(const OcrSettings& settings);

struct OcrModel {
    std::string name; ///< "swe"
    std::string file; ///< empty: not installed
};

/// The models that reading needs, installed or not.
[[nodiscard]] std::vector<OcrModel> ocr_models();

/// "1.82.0, 5.3.0"
[[nodiscard]] std::string ocr_library_versions();

} // namespace kompass::read
