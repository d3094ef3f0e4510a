// Which words of a page are painted over: wholly, in part, or not.
//
// A word is hidden where opaque fields and pictures that are painted later hide each of its letters. One that
// is hidden in part may be a figure that lost a digit: it stays whole, and what is seen of it is told apart,
// so that neither is taken for sure. Where another letter is painted later in a hidden one's place the word
// is corrected: what is hidden of it is gone, and the rest is text. A picture that lies over most of a page's
// text is the page as scanners' programs lay it, with its text beneath, and hides nothing; nor does any
// picture hide what leaves no ink. Pure; thread safe.
#pragma once

#include "read/pdf/poppler.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kompass::read {

/// A word that is painted over in part.
struct PartlyHidden {
    Box box;
    std::u32string whole;            ///< with what is hidden of it
    std::u32string seen;             ///< the letters of which hardly anything is hidden
    std::vector<std::size_t> glyphs; ///< where they stand in the painting
};

struct Cover {
    std::vector<bool> hidden; ///< by glyph: of words that are hidden whole, or corrected
    std::vector<PartlyHidden> partly;
};

[[nodiscard]] Cover cover_of(const Painting& painting);

} // namespace kompass::read
