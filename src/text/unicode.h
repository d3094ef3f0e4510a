// Unicode text by ICU: the only place that includes ICU headers.
//
// All strings are UTF-8. Functions are pure and thread safe; none throws on ill-formed input, which becomes
// U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kompass::unicode {

/// How many bytes at the head are well-formed.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view bytes);
[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

/// Normal form C.
[[nodiscard]] std::string nfc(std::string_view text);

/// Lower case without diacritics, blanks runs made one: "Ständiga  FÖRBÄTTRINGAR" -> "standiga
/// forbattringar".
[[nodiscard]] std::string folded(std::string_view text);

[[nodiscard]] std::string lower(std::string_view text);

/// Letters and their case, of any script. Most of a text is ASCII, which is not asked of ICU.
namespace beyond_ascii {
[[nodiscard]] bool is_letter(char32_t point);
[[nodiscard]] bool is_upper(char32_t point);
[[nodiscard]] char32_t to_lower(char32_t point);
[[nodiscard]] char32_t to_upper(char32_t point);
} // namespace beyond_ascii

[[nodiscard]] inline bool is_ascii_upper(char32_t point) {
    return point >= U'A' && point <= U'Z';
}
[[nodiscard]] inline bool is_ascii_lower(char32_t point) {
    return point >= U'a' && point <= U'z';
}
[[nodiscard]] inline bool is_letter(char32_t point) {
    if (point < 0x80) return is_ascii_lower(point) || is_ascii_upper(point);
    return beyond_ascii::is_letter(point);
}
[[nodiscard]] inline bool is_upper(char32_t point) {
    return point < 0x80 ? is_ascii_upper(point) : beyond_ascii::is_upper(point);
}
[[nodiscard]] inline char32_t to_lower(char32_t point) {
    if (point < 0x80) return is_ascii_upper(point) ? point + (U'a' - U'A') : point;
    return beyond_ascii::to_lower(point);
}
[[nodiscard]] inline char32_t to_upper(char32_t point) {
    if (point < 0x80) return is_ascii_lower(point) ? point - (U'a' - U'A') : point;
    return beyond_ascii::to_upper(point);
}

[[nodiscard]] bool starts_with_upper(std::string_view text);
[[nodiscard]] bool starts_with_lower(std::string_view text);
[[nodiscard]] bool has_letter(std::string_view text);
[[nodiscard]] bool has_letter_or_digit(std::string_view text);

/// Code points, one char32_t each.
[[nodiscard]] std::u32string code_points(std::string_view text);
[[nodiscard]] std::string utf8(std::u32string_view points);

/// What stands first in `bytes`, which must not be empty: a code point, or one byte that is part of none.
struct Sign {
    char32_t point = 0; ///< of an ill-formed byte its value
    std::size_t size = 1;
    bool well_formed = true;
};
[[nodiscard]] Sign first_sign(std::string_view bytes);

/// Shows as nothing but does something: the controls (C0, DEL, C1), and what turns the direction of the text
/// around it.
[[nodiscard]] bool is_control(char32_t point);

/// <0, 0, >0 by Swedish collation (å ä ö after z).
[[nodiscard]] int compare_swedish(std::string_view a, std::string_view b);

/// "9,5": as many decimals as are asked for, digits in no groups.
[[nodiscard]] std::string swedish_number(double value, int decimals);

[[nodiscard]] std::string icu_version();

} // namespace kompass::unicode
