#include "layout/transcript/markup.h"

#include "layout/bullets.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kompass::layout {

namespace {

/// What an HTML tag means for the text around it.
enum class Tag { item, space, none };

Tag meaning_of(std::string_view tag) {
    const auto name_end = tag.find_first_of(" \t/>", tag.starts_with('/') ? 1 : 0);
    const auto name = unicode::lower(tag.substr(0, name_end));
    if (name == "li" || name == "/li" || name == "ul" || name == "/ul" || name == "ol" || name == "/ol")
        return Tag::item;
    if (name == "br" || name == "p" || name == "/p" || name == "div" || name == "/div") return Tag::space;
    return Tag::none;
}

/// HTML's names of tags are ASCII.
bool begins_tag(char c) {
    const auto sign = static_cast<unsigned char>(c);
    return c == '/' || unicode::is_ascii_lower(sign) || unicode::is_ascii_upper(sign);
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
        if (taken > 0) text = plain.append(text, taken, std::string::npos);
    }
    return text;
}

/// The text with tags gone, items parted by '\n'.
std::string without_tags(std::string_view text) {
    std::string plain;
    const auto last_close = text.rfind('>');
    if (last_close == std::string_view::npos) return without_entities(std::string(text));
    const auto* const end_of_tags = text.data() + last_close;
    while (!text.empty()) {
        const auto open = text.find('<');
        plain += text.substr(0, open);
        if (open == std::string_view::npos) break;
        text.remove_prefix(open + 1);
        const bool tag = !text.empty() && begins_tag(text.front());
        // Not sought in vain for each sign "<" of a text.
        const bool may_close = tag && text.data() <= end_of_tags;
        const auto close = may_close ? text.find('>') : std::string_view::npos;
        if (close == std::string_view::npos) {
            plain += '<';
            continue;
        }
        switch (meaning_of(text.substr(0, close))) {
        case Tag::item:
            plain += '\n';
            break;
        case Tag::space:
            plain += ' ';
            break;
        case Tag::none:
            break;
        }
        text.remove_prefix(close + 1);
    }
    return without_entities(std::move(plain));
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
    const auto open = text.rfind("<ul");
    const auto close = text.rfind("</ul>");
    return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

} // namespace kompass::layout
