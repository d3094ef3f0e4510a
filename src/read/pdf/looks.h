// What the glyphs of a page look like: which of them are text of it, and which stand apart and why.
//
// A person reads what has ink: not what is painted over (cover.h), has the colour of its ground or is struck
// out. What is put on a page (annotations), runs aslant over it (marks like "UTKAST") or calls a note is not
// text of it either. Glyphs without ink over a picture are the text of that picture, as scanners' programs
// lay it, and are kept unless the page says the same with ink. Where the ground is not known (a picture, a
// shade), a glyph is taken as seen. Pure; thread safe.
#pragma once

#include "model/document.h"
#include "read/pdf/cover.h"
#include "read/pdf/poppler.h"

#include <optional>
#include <vector>

namespace kompass::read {

/// For each glyph why it is no text; nothing if it is.
using Looks = std::vector<std::optional<Apart>>;

[[nodiscard]] Looks looks_of(const Painting& painting, const Cover& cover);

/// The words that glyphs apart make, in order of painting.
[[nodiscard]] std::vector<WordApart> words_apart(const Painting& painting, const Looks& looks);

/// Quarter turns clockwise that bring most of the page's text upright: 0 to 3; 0 where there is hardly any.
[[nodiscard]] int turns_to_upright(const Painting& painting);

} // namespace kompass::read
