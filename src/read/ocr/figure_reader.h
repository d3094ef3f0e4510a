// A figure on a page, read until it is sure.
//
// The image of a figure is cropped to its ink, brought to the height that the model reads best, and read
// twice by the English model, once with all its letters and once with digits, point and percent sign alone:
// the Swedish model has no percent sign, and what two readings agree on has not been found wrong. Where they
// differ, where the model is unsure or the outcome is no figure of the wanted kind, it is read again in other
// sizes and binarisations, and the readings vote. One thread at a time.
#pragma once

#include "read/image/clean_page.h"
#include "read/ocr/tesseract.h"

#include <string>
#include <vector>

namespace kompass::read {

/// What a figure is expected to be; readings of another kind count little.
enum class FigureKind {
    any,     ///< 7, 100, 63%, 63.0%, 4.2, 9.5
    number,  ///< without percent sign: 7, 9.5
    percent, ///< at most 100%, perhaps with a decimal
    label,   ///< the number of a question or area: 4.2, 4.
};

struct FigureReading {
    std::string text;                ///< empty: no reading at all
    double confidence = 0;           ///< 0 to 1; below `sure_figure` if readings disagree
    std::vector<std::string> others; ///< readings that differ, best first
    bool looks_like_text = false;    ///< read freely it has more letters than digits, or is two figures
};

inline constexpr double sure_figure = 0.8;

class FigureReader {
public:
    /// `english` must outlive the reader.
    explicit FigureReader(TextReader& english) : english_(english) {}

    /// The figure whose ink stands in `box` of the page.
    [[nodiscard]] FigureReading read(const CleanPage& page, const PixelBox& box, FigureKind kind);

    /// Whether the ink in `box` is a figure with a percent sign behind it, however it is read.
    [[nodiscard]] bool ends_in_percent_sign(const CleanPage& page, const PixelBox& box);

private:
    TextReader& english_;
};

/// A number with one decimal gets the comma that it is printed with: a point would make a label of it.
void give_comma(FigureReading& reading);

/// True if the text is a figure of that kind.
[[nodiscard]] bool is_figure(const std::string& text, FigureKind kind);

} // namespace kompass::read
