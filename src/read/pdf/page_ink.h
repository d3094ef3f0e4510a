// What is drawn on a page beside its words, told from a small grey image of it.
//
// A page without words may be blank or a picture of text; a page with a stamp for words may be a scan. The
// image is looked at in tiles about as high as a line of text: print is dark on light within a tile, an even
// ground (paper, the shadow of a scanner) is not. Pure; thread safe.
#pragma once

#include "model/place.h"
#include "read/pdf/poppler.h"

#include <vector>

namespace kompass::read {

/// Dots per inch at which ink is looked for: coarse, as rendering a page costs more than reading its words.
inline constexpr double ink_resolution = 36;

struct Ink {
    bool any = false;       ///< something is drawn where no word stands
    double print_share = 0; ///< 0 to 1: how much of the areas looks like print and is under no word
    double paper_share = 0; ///< how much of them is light and even, as paper is and no photograph
};

/// What is drawn in these areas. Boxes are in points. `drawn`: the page at ink_resolution.
[[nodiscard]] Ink ink_beside(const std::vector<Box>& words, const DrawnPage& drawn,
                             const std::vector<Box>& areas);

} // namespace kompass::read
