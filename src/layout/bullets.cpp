#include "layout/bullets.h"

#include "text/tokens.h"
#include "text/unicode.h"

namespace kompass::layout {

namespace {

/// Shapes and pictographs, which nobody sets but as a bullet.
bool is_shape(char32_t c) {
    constexpr std::u32string_view glyphs = U"•‣∙·⁃";
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    // Arrows, shapes, dingbats; bullets of Symbol and Wingdings come out in the private use area.
    return glyphs.find(c) != std::u32string_view::npos || within(0x2190, 0x21FF) || within(0x25A0, 0x25FF) ||
           within(0x2660, 0x2667) || within(0x2700, 0x27BF) || within(0x2B00, 0x2BFF) ||
           within(0xF000, 0xF0FF);
}

/// Signs that stand alone before an item where no bullet was at hand.
bool is_printed_glyph(char32_t c) {
    constexpr std::u32string_view signs = U"*+»›>=~¤";
    return is_shape(c) || signs.find(c) != std::u32string_view::npos;
}

bool is_scanned_glyph(char32_t c) {
    constexpr std::u32string_view glyphs = U"«®©¢°§";
    return is_printed_glyph(c) || glyphs.find(c) != std::u32string_view::npos;
}

bool is_dash(std::string_view token) {
    return token == "-" || token == "–" || token == "—" || token == "--";
}

bool is_bullet_token(std::string_view token, BulletGlyphs glyphs) {
    if (is_dash(token)) return true;
    const auto points = unicode::code_points(token);
    if (points.empty() || points.size() > 2) return false;
    if (token == "o" || (glyphs == BulletGlyphs::scanned && (token == "e" || token == "¢"))) return true;
    for (const auto c : points)
        if (glyphs == BulletGlyphs::printed ? !is_printed_glyph(c) : !is_scanned_glyph(c)) return false;
    return true;
}

} // namespace

std::optional<std::string> after_bullet(std::string_view line, BulletGlyphs glyphs) {
    line = text::trimmed(line);
    const auto end = line.find_first_of(" \t");
    const auto token = line.substr(0, end);
    if (is_bullet_token(token, glyphs))
        return end == std::string_view::npos ? std::string() : std::string(text::trimmed(line.substr(end)));
    // A bullet set without a blank after it.
    const auto points = unicode::code_points(line.substr(0, 4));
    if (points.size() > 1 && is_shape(points[0]))
        return std::string(text::trimmed(line.substr(unicode::utf8(points.substr(0, 1)).size())));
    return std::nullopt;
}

namespace {

/// "a) Tydligare mål": letters count as numbers do, but stand before a bracket alone, as "a." may be a
/// name's.
std::optional<NumberedItem> after_letter(std::string_view line) {
    if (line.size() < 2 || line[0] < 'a' || line[0] > 'z' || line[1] != ')') return std::nullopt;
    const auto rest = line.substr(2);
    if (!rest.empty() && rest.front() != ' ' && rest.front() != '\t') return std::nullopt;
    return NumberedItem{line[0] - 'a' + 1, std::string(text::trimmed(rest))};
}

} // namespace

std::optional<NumberedItem> after_number(std::string_view line) {
    line = text::trimmed(line);
    const bool bracket = line.starts_with('(');
    if (bracket) line.remove_prefix(1);
    if (auto item = after_letter(line)) return item;
    constexpr std::size_t longest = 2;
    std::size_t digits = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9')
        ++digits;
    if (digits == 0 || digits > longest || digits == line.size()) return std::nullopt;
    const char mark = line[digits];
    if (mark != ')' && (bracket || mark != '.')) return std::nullopt;
    const auto rest = line.substr(digits + 1);
    if (!rest.empty() && rest.front() != ' ' && rest.front() != '\t') return std::nullopt;
    return NumberedItem{std::stoi(std::string(line.substr(0, digits))), std::string(text::trimmed(rest))};
}

bool begins_item(std::string_view line) {
    return after_bullet(line, BulletGlyphs::printed) || after_number(line);
}

bool is_item_mark(std::string_view token) {
    if (after_bullet(token, BulletGlyphs::printed).value_or("-").empty()) return true;
    const auto number = after_number(token);
    return number && number->text.empty();
}

bool is_inner_bullet(std::string_view token, std::string_view next) {
    if (is_dash(token)) return false;
    if (token == "e" || token == "o") return unicode::starts_with_upper(next);
    return is_bullet_token(token, BulletGlyphs::scanned);
}

bool begins_with_dash(std::string_view line) {
    line = text::trimmed(line);
    return is_dash(line.substr(0, line.find(' ')));
}

} // namespace kompass::layout
