#include "layout/items.h"

#include "layout/hyphenation.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>

namespace kompass::layout {

namespace {

void append(ListItem& item, const SourceLine& line, std::string text) {
    append_joined(item.text, text);
    add_place(item.places, line.place);
    item.lines.push_back({std::move(text), line.place, line.gap_before});
}

bool ends_a_sentence(std::string_view text) {
    text = text::trimmed(text);
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(".”") ||
           text.ends_with(".\"") || text.ends_with("”.");
}

/// The line above ends although the next word would have fitted: an item ends there.
bool breaks_early(const ListItem& item, const SourceLine& line, std::size_t widest) {
    constexpr std::size_t slack = 4;
    const auto next_word = std::string_view(line.text).substr(0, line.text.find(' '));
    return item.lines.back().text.size() + 1 + next_word.size() + slack < widest;
}

/// A line of a list without bullets goes on the item above: it begins with a small letter, or the item is not
/// finished.
bool continues_item(const ListItem& item, const SourceLine& line, std::size_t widest, const Hints& hints) {
    const auto& last = item.lines.back().text;
    if (ends_hyphenated(last) || last.ends_with(',') || last.ends_with('/')) return true;
    if (unicode::starts_with_upper(line.text))
        return hints.is_unfinished(item.text) && !breaks_early(item, line, widest);
    return unicode::starts_with_lower(line.text) || !ends_a_sentence(last);
}

/// Where an OCR lost a bullet, an item begins with a capital after a finished phrase. In wide lists, whose
/// items hold several sentences, only a line that breaks early shows it.
bool lost_bullet(const ListItem& item, const SourceLine& line, std::size_t widest) {
    constexpr std::size_t narrow_column = 60;
    if (item.lines.empty() || !unicode::starts_with_upper(line.text)) return false;
    if (!ends_a_sentence(item.lines.back().text)) return false;
    return widest < narrow_column || breaks_early(item, line, widest);
}

std::size_t widest_of(const std::vector<SourceLine>& lines) {
    std::size_t widest = 0;
    for (const auto& line : lines)
        widest = std::max(widest, line.text.size());
    return widest;
}

/// A line without a bullet that belongs to the item above.
bool goes_on(const ListItem& item, const SourceLine& line, bool bulleted_list, bool scanned,
             std::size_t widest, const Hints& hints) {
    if (item.lines.empty()) return true;
    if (!bulleted_list || !item.bulleted || line.gap_before) return continues_item(item, line, widest, hints);
    return !scanned || !lost_bullet(item, line, widest);
}

/// Where a list has other bullets, a line that begins with a dash is the middle of a phrase.
bool only_dashes(const std::vector<SourceLine>& lines, BulletGlyphs glyphs) {
    return std::none_of(lines.begin(), lines.end(), [&](const SourceLine& line) {
        return !begins_with_dash(line.text) && after_bullet(line.text, glyphs).has_value();
    });
}

} // namespace

std::vector<ListItem> list_items(const std::vector<SourceLine>& lines, BulletGlyphs glyphs,
                                 const Hints& hints) {
    const bool dashes = only_dashes(lines, glyphs);
    const auto without_bullet = [&](const SourceLine& line) {
        return begins_with_dash(line.text) && !dashes ? std::nullopt : after_bullet(line.text, glyphs);
    };
    const bool bulleted = std::any_of(
        lines.begin(), lines.end(), [&](const SourceLine& line) { return without_bullet(line).has_value(); });
    const auto widest = widest_of(lines);
    std::vector<ListItem> items;
    for (const auto& line : lines) {
        if (text::trimmed(line.text).empty()) continue;
        if (auto rest = without_bullet(line)) {
            items.push_back({});
            items.back().bulleted = true;
            if (!rest->empty()) append(items.back(), line, std::move(*rest));
            continue;
        }
        const bool joins = !items.empty() && goes_on(items.back(), line, bulleted,
                                                     glyphs == BulletGlyphs::scanned, widest, hints);
        if (!joins) items.push_back({});
        append(items.back(), line, std::string(text::trimmed(line.text)));
    }
    std::erase_if(items, [](const ListItem& item) { return item.text.empty(); });
    return items;
}

TableCell list_cell(const std::vector<SourceLine>& lines, BulletGlyphs glyphs, const Hints& hints) {
    TableCell cell;
    for (auto& item : list_items(lines, glyphs, hints)) {
        cell.text += (cell.text.empty() ? "" : "\n") + item.text;
        for (const auto& place : item.places)
            add_place(cell.places, place);
        cell.items.push_back(std::move(item.text));
        cell.item_places.push_back(std::move(item.places));
    }
    return cell;
}

} // namespace kompass::layout
