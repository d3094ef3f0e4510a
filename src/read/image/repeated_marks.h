// Bullets of any other shape (arrows, boxes, ticks, rings), told by coming back.
//
// A mark that stands before a text and comes back below in the same ink, at the same edge, with its text at
// the same edge and nothing else between the two, is a bullet, or a figure in a column of its own: which of
// them, only reading tells. Pure.
#pragma once

#include "read/image/clean_page.h"

#include <vector>

namespace kompass::read {

/// Marks that vouch for each other, each group from top to bottom, of two at least.
[[nodiscard]] std::vector<std::vector<PixelBox>> repeated_marks(const CleanPage& page);

} // namespace kompass::read
