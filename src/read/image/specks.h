// Specks of a scan taken away, dots of letters kept.
//
// Small marks are dirt where no text is near, where they are much darker than the letters beside them (where
// a scan blurs, no printed dot is as dark as a stroke), or where they are smaller than the page's other dots,
// measured by the letters beside them: print has its dots in one size, dust does not keep to it. Where the
// scan left dots as small as specks, there are many more of those beside letters than elsewhere; then they
// stay where dots belong. Bullets and the two dots of ä and ö are told by where they stand. Pure.
#pragma once

#include "read/image/leptonica.h"

namespace kompass::read {

struct Despeckled {
    Image ink;                      ///< without specks
    Image letters;                  ///< without any small marks, those of letters either
    std::vector<PixelBox> ellipses; ///< "...", which are in `ink`
};

/// `ink`: binary, without rules; `gray`: the same page. `dpi`: its resolution.
[[nodiscard]] Despeckled without_specks(const Image& ink, const Image& gray, double dpi);

} // namespace kompass::read
