// What glyphs are written as.
//
// Glyphs that say nothing of their own are written as what they show: ligatures as letters, soft and fixed
// hyphens as "-", the bullets of Word's symbol fonts as • ▪ ➢; figures and small capitals of Adobe's private
// use area (old style) as figures and capitals. Raised figures (¹) call notes and are left out, but for those
// of m² and m³. The result is in normal form C. Pure; thread safe.
#pragma once

#include <string>
#include <string_view>

namespace kompass::read {

[[nodiscard]] std::string glyph_text(std::u32string_view glyphs);

/// The raised figures alone; empty for nearly all words.
[[nodiscard]] std::string note_marks(std::u32string_view glyphs);

} // namespace kompass::read
