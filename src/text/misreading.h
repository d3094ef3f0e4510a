// What a scanner that knows no Swedish makes of å, ä and ö.
//
// The one list of these readings; patterns, the register of municipalities and likeness build on it. Measured
// on a report and its English OCR: eight in ten are the bare vowel or é, i, d; the rest is &, 4, 6 and pairs
// of these ("éd", "oé"). A letter is one sign or two of its readings. Pure and thread safe.
#pragma once

#include <string_view>

namespace kompass::text {

/// å, ä or ö, of either case.
[[nodiscard]] constexpr bool is_swedish_letter(char32_t point) {
    return point == U'å' || point == U'ä' || point == U'ö' || point == U'Å' || point == U'Ä' || point == U'Ö';
}

/// The signs that may be read for å, ä or ö, both cases, the right one first. Empty for any other letter.
[[nodiscard]] std::u32string_view readings_of(char32_t letter);

/// True if the sign, in lower case, may stand for any of å ä ö.
[[nodiscard]] bool may_stand_for_swedish_letter(char32_t point);

} // namespace kompass::text
