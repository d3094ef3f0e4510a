// A lone "i", told from a 1, an l and a bar by its dot.
//
// OCR takes one for another where no other letters stand beside it, and is sure of it. Pure.
#pragma once

#include "read/image/clean_page.h"

namespace kompass::read {

/// Whether the ink inside `box` is a stem with a dot above it. Where a scan ran the two together it is not
/// told.
[[nodiscard]] bool is_dotted_stem(const PixelBox& box, const CleanPage& page);

} // namespace kompass::read
