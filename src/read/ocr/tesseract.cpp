#include "read/ocr/tesseract.h"

#include <fmt/format.h>
#include <tesseract/baseapi.h>
#include <tesseract/osdetect.h>

#include <memory>

namespace kompass::read {
namespace {

tesseract::PageSegMode mode_of(TextShape shape) {
    switch (shape) {
    case TextShape::page:
        return tesseract::PSM_AUTO;
    case TextShape::block:
        return tesseract::PSM_SINGLE_BLOCK;
    case TextShape::line:
        return tesseract::PSM_SINGLE_LINE;
    case TextShape::raw_line:
        return tesseract::PSM_RAW_LINE;
    case TextShape::word:
        return tesseract::PSM_SINGLE_WORD;
    case TextShape::glyph:
        return tesseract::PSM_SINGLE_CHAR;
    }
    return tesseract::PSM_AUTO;
}

/// Tesseract talks on standard error, which belongs to the program.
void silence(tesseract::TessBaseAPI& api) {
    api.SetVariable("debug_file", "/dev/null");
}

void open(tesseract::TessBaseAPI& api, const std::string& model, tesseract::OcrEngineMode mode) {
    silence(api);
    if (api.Init(nullptr, model.c_str(), mode) != 0)
        throw OcrModelError(fmt::format("the OCR model '{0}' is missing; install it with: "
                                        "apt install tesseract-ocr-{0}",
                                        model));
}

ReadWord word_at(const tesseract::ResultIterator& at, int line) {
    ReadWord word;
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): as Tesseract gives it away
    const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
    if (text) word.text = text.get();
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom);
    word.box = {left, top, right - left, bottom - top};
    word.confidence = at.Confidence(tesseract::RIL_WORD) / 100.0;
    int x1 = 0;
    int y1 = bottom;
    int x2 = 0;
    int y2 = bottom;
    at.Baseline(tesseract::RIL_WORD, &x1, &y1, &x2, &y2);
    word.baseline = (y1 + y2) / 2.0;
    word.line = line;
    return word;
}

} // namespace

struct TextReader::Engine {
    tesseract::TessBaseAPI api;
};

TextReader::TextReader(const std::string& model) : engine_(std::make_unique<Engine>()) {
    open(engine_->api, model, tesseract::OEM_LSTM_ONLY);
}
TextReader::TextReader(TextReader&&) noexcept = default;
TextReader& TextReader::operator=(TextReader&&) noexcept = default;
TextReader::~TextReader() = default;

std::vector<ReadWord> TextReader::read(const Image& image, TextShape shape, int dpi, Alphabet alphabet) {
    auto& api = engine_->api;
    api.SetVariable("tessedit_char_whitelist", alphabet == Alphabet::figures ? "0123456789.%" : "");
    api.SetPageSegMode(mode_of(shape));
    api.SetImage(image.pix());
    api.SetSourceResolution(dpi);
    std::vector<ReadWord> words;
    if (api.Recognize(nullptr) == 0) {
        const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
        int line = 0;
        if (at && !at->Empty(tesseract::RIL_WORD)) do {
                if (at->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) ++line;
                auto word = word_at(*at, line);
                if (!word.text.empty() && word.text != " ") words.push_back(std::move(word));
            } while (at->Next(tesseract::RIL_WORD));
    }
    api.Clear();
    return words;
}

Orientation orientation_of(const Image& image, int dpi) {
    tesseract::TessBaseAPI api;
    open(api, "osd", tesseract::OEM_TESSERACT_ONLY);
    api.SetPageSegMode(tesseract::PSM_OSD_ONLY);
    api.SetImage(image.pix());
    api.SetSourceResolution(dpi);
    int degrees = 0;
    float confidence = 0;
    float script_confidence = 0;
    const char* script = nullptr;
    if (!api.DetectOrientationScript(&degrees, &confidence, &script, &script_confidence)) return {};
    return {((360 - degrees) / 90) % 4, confidence};
}

std::string models_folder() {
    // Tesseract tells it only once it has loaded one; this is the fastest that its own packages bring.
    tesseract::TessBaseAPI api;
    silence(api);
    for (const char* model : {"osd", "eng", "swe"})
        if (api.Init(nullptr, model) == 0) return api.GetDatapath();
    return {};
}

std::string tesseract_version() {
    return tesseract::TessBaseAPI::Version();
}

} // namespace kompass::read
