#include "layout/items.h"

#include "layout/hyphenation.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <optional>

namespace kompass::layout {

namespace {

void append(ListItem& item, const SourceLine& line, std::string text) {
    append_joined(item.text, text);
    add_place(item.places, line.place);
    item.lines.push_back({std::move(text), line.place, line.gap_before});
}

/// How wide a list is set, and how loosely.
struct Width {
    std::size_t letters = 0;
    std::optional<double> right; ///< points; nullopt where lines have no boxes
    bool gapped = false;         ///< white space parts items, as where each is a row of a table
};

bool ends_a_sentence(std::string_view text) {
    text = text::trimmed(text);
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(".”") ||
           text.ends_with(".\"") || text.ends_with("”.");
}

/// The line above ends although the next word would have fitted: an item ends there.
bool breaks_early(const SourceLine& above, const SourceLine& line, const Width& widest) {
    constexpr std::size_t slack = 4; // letters that lines of one width differ by, as letters are not
    constexpr std::size_t blank_and_edge =
        2; // letters: the blank before the word, and what a ragged margin leaves
    if (widest.right && above.place.box && line.place.box && !line.text.empty()) {
        // A word is about as wide as its share of the line's letters.
        const auto letters = static_cast<double>(unicode::code_points(line.text).size());
        const auto word = line.text.substr(0, line.text.find(' '));
        const double width = line.place.box->width() *
                             static_cast<double>(unicode::code_points(word).size() + blank_and_edge) /
                             letters;
        return above.place.box->x1 + width < *widest.right;
    }
    const auto next_word = std::string_view(line.text).substr(0, line.text.find(' '));
    return above.text.size() + 1 + next_word.size() + slack < widest.letters;
}

/// "… i den årliga planeringen (kap."
bool is_bracket_open(std::string_view text) {
    return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

/// A line of a list without bullets goes on the item above: it begins with a small letter, or the item is not
/// finished.
bool continues_item(const ListItem& item, const SourceLine& line, const Width& widest, const Hints& hints) {
    const auto& last = item.lines.back().text;
    if (ends_hyphenated(last) || last.ends_with(',') || last.ends_with('/') || is_bracket_open(item.text))
        return true;
    const bool new_page = line.place.page != item.lines.back().place.page;
    if (widest.gapped && !new_page) return !line.gap_before || unicode::starts_with_lower(line.text);
    if (unicode::starts_with_upper(line.text))
        return hints.is_unfinished(item.text) && !breaks_early(item.lines.back(), line, widest);
    return unicode::starts_with_lower(line.text) || !ends_a_sentence(last);
}

/// Where an OCR lost a bullet, an item begins with a capital after a finished phrase. In wide lists, whose
/// items hold several sentences, only a line that breaks early shows it.
bool lost_bullet(const ListItem& item, const SourceLine& line, const Width& widest) {
    constexpr std::size_t narrow_column = 60; // letters: half a page; findings there are phrases
    if (item.lines.empty() || !unicode::starts_with_upper(line.text)) return false;
    if (!ends_a_sentence(item.lines.back().text)) return false;
    return widest.letters < narrow_column || breaks_early(item.lines.back(), line, widest);
}

/// Items follow each other without white as well.
bool some_stand_close(const std::vector<SourceLine>& lines, const Width& widest) {
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (!lines[i].gap_before && lines[i].place.page == lines[i - 1].place.page &&
            unicode::starts_with_upper(lines[i].text) && breaks_early(lines[i - 1], lines[i], widest))
            return true;
    return false;
}

Width widest_of(const std::vector<SourceLine>& lines) {
    Width widest;
    for (const auto& line : lines) {
        widest.letters = std::max(widest.letters, line.text.size());
        if (line.place.box) widest.right = std::max(widest.right.value_or(0), line.place.box->x1);
        // The white above the first line is not between items.
        widest.gapped = widest.gapped || (&line != &lines.front() && line.place.box && line.gap_before &&
                                          !unicode::starts_with_lower(line.text));
    }
    // A row of sums is set apart from what it sums.
    if (widest.gapped && some_stand_close(lines, widest)) widest.gapped = false;
    return widest;
}

/// A line without a bullet that belongs to the item above.
bool goes_on(const ListItem& item, const SourceLine& line, bool bulleted_list, bool scanned,
             const Width& widest, const Hints& hints) {
    if (item.lines.empty()) return true;
    if (!bulleted_list || !item.bulleted || line.gap_before) return continues_item(item, line, widest, hints);
    return !scanned || !lost_bullet(item, line, widest);
}

/// Dashes are the bullets where the list begins with one and has no others; elsewhere a line that begins with
/// a dash is the middle of a phrase.
bool only_dashes(const std::vector<SourceLine>& lines, BulletGlyphs glyphs) {
    const bool others = std::any_of(lines.begin(), lines.end(), [&](const SourceLine& line) {
        return !begins_with_dash(line.text) && after_bullet(line.text, glyphs).has_value();
    });
    const bool set = !lines.empty() && lines.front().place.box;
    return !others && (!set || begins_with_dash(lines.front().text));
}

} // namespace

std::vector<ListItem> list_items(const std::vector<SourceLine>& lines, BulletGlyphs glyphs,
                                 const Hints& hints) {
    const bool dashes = only_dashes(lines, glyphs);
    const auto without_bullet = [&](const SourceLine& line) {
        return begins_with_dash(line.text) && !dashes ? std::nullopt : after_bullet(line.text, glyphs);
    };
    int number = 0; // of the item at hand, where they count 1, 2, 3, …
    const auto without_number = [&](const SourceLine& line) -> std::optional<std::string> {
        auto item = after_number(line.text);
        if (!item || item->number != number + 1) return std::nullopt;
        ++number;
        return std::move(item->text);
    };
    const bool bulleted = std::any_of(
        lines.begin(), lines.end(), [&](const SourceLine& line) { return without_bullet(line).has_value(); });
    auto widest = widest_of(lines);
    if (bulleted) widest.gapped = false;
    std::vector<ListItem> items;
    for (const auto& line : lines) {
        if (text::trimmed(line.text).empty()) continue;
        auto rest = without_bullet(line);
        if (!rest) rest = without_number(line);
        if (rest) {
            items.push_back({});
            items.back().bulleted = true;
            if (!rest->empty()) append(items.back(), line, std::move(*rest));
            continue;
        }
        const bool joins = !items.empty() && goes_on(items.back(), line, bulleted || number > 0,
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
