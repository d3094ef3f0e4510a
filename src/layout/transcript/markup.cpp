#include "layout/transcript/markup.h"

#include "layout/bullets.h"
#include "text/html/html_tags.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kompass::layout {

namespace {

/// What stands for an HTML tag: '\n' parts items.
std::string_view in_place_of(const text::HtmlTag& tag) {
    if (tag.name == "li" || tag.name == "ul" || tag.name == "ol") return "\n";
    if (tag.name == "br" || tag.name == "p" || tag.name == "div") return " ";
    return "";
}

std::string without_entities(std::string text) {
    using Entity = std::pair<std::string_view, std::string_view>;
    static constexpr std::array entities = {Entity{"&nbsp;", " "}, Entity{"&lt;", "<"}, Entity{"&gt;", ">"},
                                            Entity{"&quot;", "\""}, Entity{"&amp;", "&"}};
    for (const auto& [entity, character] : entities) {
        std::string plain;
        std::size_t taken = 0;
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, taken)) {
            plain.append(text, taken, at - taken).append(character);
            taken = at + entity.size();
        }
        if (taken > 0) text = plain + text.substr(taken);
    }
    return text;
}

/// The text with tags gone, items parted by '\n'.
std::string without_tags(std::string_view text) {
    return without_entities(text::replace_html_tags(text, in_place_of));
}

/// Parts "• one • two" at its bullets.
std::vector<std::string> parted_at_bullets(std::string_view text) {
    std::vector<std::string> parts;
    std::string part;
    for (const char32_t c : unicode::code_points(text)) {
        const auto letter = unicode::utf8(std::u32string(1, c));
        const bool bullet =
            c > 0x7f && after_bullet(letter, BulletGlyphs::printed) && !begins_with_dash(letter);
        if (!bullet) {
            part += letter;
            continue;
        }
        parts.push_back(std::move(part));
        part.clear();
    }
    parts.push_back(std::move(part));
    return parts;
}

} // namespace

std::vector<std::string> marked_cells(std::string_view line) {
    std::vector<std::string> cells;
    constexpr auto fewest_bars = 3; // around two cells; a quotation may have bars at both ends
    const auto whole = text::trimmed(line);
    const bool barred = whole.size() > 2 && whole.front() == '|' && whole.back() == '|' &&
                        std::count(whole.begin(), whole.end(), '|') >= fewest_bars;
    if (barred) line = whole.substr(1, whole.size() - 2);
    const char separator = barred ? '|' : '\t';
    if (line.find(separator) == std::string_view::npos) return cells;
    for (std::size_t start = 0; start <= line.size();) {
        const auto end = std::min(line.find(separator, start), line.size());
        cells.emplace_back(text::trimmed(line.substr(start, end - start)));
        start = end + 1;
    }
    return cells;
}

bool is_dash_rule(const std::vector<std::string>& cells) {
    bool dashes = false;
    for (const auto& cell : cells) {
        if (cell.find_first_not_of("-—–:=_ ") != std::string::npos) return false;
        dashes = dashes || !cell.empty();
    }
    return dashes;
}

TableCell marked_cell(std::string_view text, int page) {
    TableCell cell;
    cell.places = {{page, std::nullopt}};
    const bool list = text.find('<') != std::string_view::npos;
    const auto plain = without_tags(text);
    std::size_t parts = 0;
    for (std::size_t start = 0; start <= plain.size();) {
        const auto end = std::min(plain.find('\n', start), plain.size());
        for (const auto& part : parted_at_bullets(std::string_view(plain).substr(start, end - start))) {
            ++parts;
            auto item =
                std::string(text::trimmed(text::with_blanks(text::tokens(part), 0, std::string::npos)));
            if (!item.empty()) cell.items.push_back(std::move(item));
        }
        start = end + 1;
    }
    for (const auto& item : cell.items)
        cell.text += (cell.text.empty() ? "" : "\n") + item;
    if (!list && parts == 1) cell.items.clear();
    cell.item_places.assign(cell.items.size(), cell.places);
    return cell;
}

bool has_open_list(std::string_view text) {
    bool open = false;
    text::each_html_tag(text, [&](const text::HtmlTag& tag) {
        if (tag.name == "ul") open = !tag.closes;
    });
    return open;
}

} // namespace kompass::layout
