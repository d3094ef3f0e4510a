// The first step of repair, which guesses nothing: one way to write what can be written in several.
//
// Normal form C; diacritics that stand beside their letter (a¨, ´e, ˚a) are put on it; ligatures become
// letters; soft hyphens, joiners and marks of byte order go (a soft hyphen at a line's end becomes a hyphen);
// blanks and quotes of other kinds become the usual ones. Pure; thread safe. Applied twice it gives the same.
#pragma once

#include <string>
#include <string_view>

namespace kompass::repair {

[[nodiscard]] std::string normal_form(std::string_view line);

} // namespace kompass::repair
