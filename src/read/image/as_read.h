// A page's image laid as OCR read it: turned upright and straightened, so that the boxes of its words lie on
// them.
//
// OCR rights pages that were scanned lying or standing on their heads, and keeps the words' places on the
// righted page alone. By which turn is told by the ink: upright is where the words lie on it. Pure; throws
// ImageError as all images do.
#pragma once

#include "model/place.h"
#include "read/image/page_image.h"

#include <vector>

namespace kompass::read {

/// `words`: boxes in points of the page as it was read.
[[nodiscard]] PageImage as_read(const PageImage& scan, const std::vector<Box>& words);

} // namespace kompass::read
