// Bullets at the head of a line, in whatever shape a word processor or an OCR gives them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kompass::layout {

enum class BulletGlyphs {
    printed, ///< what a word processor sets: shapes, signs such as * and +, the letter o
    scanned, ///< also what an English OCR makes of bullets: »=, e, ®, ¢
};

/// The line without its bullet, or nullopt if it has none.
[[nodiscard]] std::optional<std::string> after_bullet(std::string_view line, BulletGlyphs glyphs);

/// An item that begins with its number: "3. Tydligare mål", "3)", "(3)"; or with its letter: "c)", "(c)".
struct NumberedItem {
    int number = 0;   ///< a letter's place in the alphabet
    std::string text; ///< without the number
};
[[nodiscard]] std::optional<NumberedItem> after_number(std::string_view line);

/// True if the line begins an item, with a bullet or a number.
[[nodiscard]] bool begins_item(std::string_view line);

/// True if the token alone begins an item: a bullet of a word processor, a dash among them, or "3.".
[[nodiscard]] bool is_item_mark(std::string_view token);

/// True if the token alone is a bullet that may also stand in the middle of a line (the next column's): the
/// letters e and o only if `next` begins with a capital.
[[nodiscard]] bool is_inner_bullet(std::string_view token, std::string_view next);

/// True if the line begins with a dash and a blank: a bullet only where no other bullets are used.
[[nodiscard]] bool begins_with_dash(std::string_view line);

} // namespace kompass::layout
