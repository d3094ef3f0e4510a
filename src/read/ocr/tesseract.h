// Text from images by Tesseract: the only place that includes it.
//
// A TextReader holds one model in memory (some 50 MB with its buffers) and reads as often as it is asked. It
// gives words where it finds them, with the confidence it has in them; what it leaves out it does not tell.
// Throws OcrModelError if the model is not installed. One thread at a time; set OMP_THREAD_LIMIT=1 before the
// program starts, or every reading takes twice the time.
#pragma once

#include "read/image/leptonica.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace kompass::read {

struct OcrModelError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What an image holds, as far as is known; it spares Tesseract the search.
enum class TextShape {
    page,  ///< columns of text, to be found
    block, ///< lines below each other
    line,
    raw_line, ///< a line taken as it is, without a search for its words
    word,
    glyph,
};

struct ReadWord {
    std::string text;
    PixelBox box;          ///< around its ink, in the image that was read
    double confidence = 0; ///< 0 to 1
    double baseline = 0;   ///< y below the middle of the word
    int line = 0;          ///< words of a line share this number
};

/// What is read.
enum class Alphabet {
    all,    ///< what the model knows
    figures ///< digits, the point and the percent sign
};

class TextReader {
public:
    explicit TextReader(const std::string& model);
    TextReader(TextReader&&) noexcept;
    TextReader& operator=(TextReader&&) noexcept;
    ~TextReader();

    /// Words of a gray or binary image in reading order. `dpi` is the image's resolution.
    [[nodiscard]] std::vector<ReadWord> read(const Image& image, TextShape shape, int dpi,
                                             Alphabet alphabet = Alphabet::all);

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

/// How a page stands on its image.
struct Orientation {
    int quarter_turns_clockwise = 0; ///< that right it
    double confidence = 0;           ///< above 1: fairly sure
};

/// Needs the model "osd".
[[nodiscard]] Orientation orientation_of(const Image& image, int dpi);

/// Where the models are: $TESSDATA_PREFIX, or where Tesseract was built to look. Throws OcrModelError if
/// there are none.
[[nodiscard]] std::string models_folder();

/// The version of the Tesseract library in use.
[[nodiscard]] std::string tesseract_version();

} // namespace kompass::read
