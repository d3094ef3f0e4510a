// "...", told from its ink: three dots alike, evenly apart, on one level, with nothing above or below.
//
// OCR leaves it out, or is not sure of it and makes signs of it ("=..."); what stands away from letters is
// taken for dirt. Rows of more dots, which lead from a title to its page, are none. Pure.
#pragma once

#include "read/image/leptonica.h"

#include <vector>

namespace kompass::read {

/// `ink`: binary, without rules; `dots`: those of its blobs that are as small as dots.
[[nodiscard]] std::vector<PixelBox> ellipses(const Image& ink, const std::vector<Blob>& dots);

} // namespace kompass::read
