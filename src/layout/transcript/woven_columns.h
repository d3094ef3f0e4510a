// Two columns that an OCR ran together, parted again.
//
// Woven: each line holds a piece of the left and a piece of the right column ("… samt | =  Starkare
// betoning"), with or without a bar or bullet between them. In turn: the left column (or half of it) stands
// before the right one, and after a page break the rest of each.
#pragma once

#include "layout/hints.h"
#include "model/block.h"

#include <vector>

namespace kompass::layout {

struct TwoColumns {
    std::vector<SourceLine> left, right;
    bool certain = true; ///< false: which column a piece belongs to was weighed, not seen
};

/// Parts woven lines: the way that fits the columns' widths, wrapped words, hyphens and bullets best.
[[nodiscard]] TwoColumns unwoven(const std::vector<SourceLine>& lines, const Hints& hints);

/// Parts columns that stand one after the other; by bullets if only one column has them, else by the widths
/// of the lines and by how the findings read.
[[nodiscard]] TwoColumns parted_in_turn(const std::vector<SourceLine>& lines, const Hints& hints);

} // namespace kompass::layout
