// Lines that are printed letter by letter, as titles are: "2 0 1 4", "A n n a  E k ,  S K L".
//
// Pure and thread safe.
#pragma once

#include <string>

namespace kompass::text {

/// Nothing but single signs, so many letters and digits among them that no sentence and no row has them.
/// Signs that part words may stand among them, where wide gaps tell the words: without these nobody could.
[[nodiscard]] bool is_letter_spaced(const std::u32string& line);

/// Its words. Two blanks or more part them; where a source made one blank of those, a capital behind a small
/// letter does.
[[nodiscard]] std::u32string closed_up(const std::u32string& line);

} // namespace kompass::text
