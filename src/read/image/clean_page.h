// A page's image made ready for reading: straight, with white paper, without rules and specks.
//
// What is taken for ink is told from a binary image; what is read is gray (Tesseract reads it much better),
// with everything white that is neither ink nor next to it. Rules (the lines of tables, underlines) are kept
// apart. Pure; throws ImageError only when memory is short.
#pragma once

#include "read/image/leptonica.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kompass::read {

inline constexpr double points_an_inch = 72;

/// Points in pixels, rounded; at least one.
[[nodiscard]] inline int in_pixels(double points, double dpi) {
    return std::max(1, static_cast<int>(std::lround(points * dpi / points_an_inch)));
}

struct CleanPage {
    Image gray;                     ///< straightened: what is to be read
    Image ink;                      ///< binary, of the same size: letters without rules and specks
    Image letters;                  ///< binary: the same without the dots of letters, full stops and commas
    Image marks;                    ///< binary: all that is dark, rules and specks too
    Image across, down;             ///< binary: the rules
    double dpi = 300;               ///< of all of them
    double turned_by = 0;           ///< degrees clockwise by which the page was straightened
    std::vector<PixelBox> ellipses; ///< "...", among the ink

    [[nodiscard]] int pixels(double points) const { return in_pixels(points, dpi); }
};

/// Degrees clockwise by which `cleaned` straightens it; 0: by none.
[[nodiscard]] double straightening(const Image& gray, double dpi);

[[nodiscard]] CleanPage cleaned(const Image& gray, double dpi);

} // namespace kompass::read
