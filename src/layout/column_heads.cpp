#include "layout/column_heads.h"

#include "layout/bullets.h"
#include "layout/hyphenation.h"
#include "layout/measures.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace kompass::layout {

namespace {

constexpr std::size_t kMostLines = 3; ///< of one head

/// Ems. No rule vouches for heads by look: more than cells have.
constexpr double kWideApart = 1.2;

bool is_known(std::string_view text, const Hints& hints) {
    return hints.is_column_head(text) || hints.is_box_head(text);
}

/// Line `at` stands directly below the one before it, in type of one size.
bool goes_on_with(const std::vector<TextLine>& lines, std::size_t at, const Hints& hints) {
    if (at >= lines.size() || lines[at].page != lines[at - 1].page) return false;
    const double size = lines[at].size;
    return gap_between(lines[at - 1], lines[at]) < hints.set_apart() * size &&
           std::abs(size - lines[at - 1].size) <= measures::trifle * size;
}

bool overlap(const Box& a, const Box& b) {
    return a.x0 < b.x1 && b.x0 < a.x1;
}

/// The parts of several lines, those below one another made one; none if two parts of a line would become
/// one.
std::vector<Segment> stacked(const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                             double apart) {
    std::vector<Segment> heads;
    for (std::size_t i = first; i < last; ++i) {
        std::vector<std::size_t> used;
        for (auto& part : lines[i].segments(apart)) {
            std::vector<std::size_t> above;
            for (std::size_t h = 0; h < heads.size(); ++h)
                if (overlap(heads[h].box, part.box)) above.push_back(h);
            if (above.size() > 1) return {};
            if (above.empty()) {
                used.push_back(heads.size());
                heads.push_back(std::move(part));
                continue;
            }
            auto& head = heads[above.front()];
            if (std::find(used.begin(), used.end(), above.front()) != used.end()) return {};
            used.push_back(above.front());
            append_joined(head.text, part.text);
            head.box = head.box.united(part.box);
            head.words.insert(head.words.end(), part.words.begin(), part.words.end());
        }
    }
    std::sort(heads.begin(), heads.end(),
              [](const Segment& a, const Segment& b) { return a.box.x0 < b.box.x0; });
    return heads;
}

/// The heads of one line, if it holds at least two and nothing else.
std::vector<Segment> known_of_line(const TextLine& line, const Hints& hints) {
    // Running text: one segment that does not begin with a head.
    if (line.segment_count(measures::between_cells) == 1 && !is_known(line.words.front().text, hints))
        return {};
    std::vector<Segment> heads;
    // A points box may print more figures than the points: "Rubriker  Poäng  Max".
    const auto is_of_box = [&](const std::string& text) {
        return heads.size() >= 2 && hints.is_figure_head(text) &&
               std::all_of(heads.begin(), heads.begin() + 2,
                           [&](const Segment& head) { return hints.is_box_head(head.text); });
    };
    const auto may_head = [&](const std::string& text) { return is_known(text, hints) || is_of_box(text); };
    for (auto& segment : line.segments(measures::between_cells)) {
        if (may_head(segment.text)) {
            heads.push_back(std::move(segment));
            continue;
        }
        // Heads of narrow columns stand no wider apart than words.
        for (const auto& word : segment.words) {
            if (!may_head(word.text)) return {};
            heads.push_back(segment_of({word}));
        }
    }
    return heads.size() >= 2 ? heads : std::vector<Segment>{};
}

bool all_known(const std::vector<Segment>& heads, const Hints& hints) {
    return heads.size() >= 2 && std::all_of(heads.begin(), heads.end(),
                                            [&](const Segment& head) { return is_known(head.text, hints); });
}

/// Each a short text, as many as a page has room for columns of texts.
bool are_short(const std::vector<Segment>& heads) {
    constexpr std::size_t most_columns = 4;
    constexpr std::size_t most_words = 6; // a head names, a phrase of more words tells
    return heads.size() >= 2 && heads.size() <= most_columns &&
           std::all_of(heads.begin(), heads.end(), [](const Segment& head) {
               return head.words.size() <= most_words && unicode::starts_with_upper(head.text);
           });
}

/// The head of a table of figures, which are read elsewhere.
bool are_of_figures(const std::vector<Segment>& heads, const Hints& hints) {
    std::ptrdiff_t count = 0;
    for (const auto& head : heads)
        count += std::count_if(head.words.begin(), head.words.end(),
                               [&](const Word& word) { return hints.is_figure_head(word.text); });
    return count >= 2;
}

/// Lines [first, last) stand out: by their type from the line below, or by coming back in the report.
bool stand_out(const std::vector<TextLine>& lines, std::size_t first, std::size_t last, const Hints& hints) {
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(last);
    const bool bold = std::all_of(begin, end, [](const TextLine& line) { return line.bold; });
    if (bold && end != lines.end() && !end->bold && end->page == begin->page) return true;
    std::string text;
    for (auto line = begin; line != end; ++line)
        text += (line == begin ? "" : "\n") + line->text;
    return hints.recurs(text);
}

/// Each head has a bullet below its left edge.
bool head_lists(const std::vector<TextLine>& lines, std::size_t below, const std::vector<Segment>& heads) {
    constexpr std::size_t farthest = 12; // lines: the first items of all lists begin in as many
    std::vector<bool> begun(heads.size(), false);
    for (auto i = below; i < std::min(lines.size(), below + farthest); ++i)
        for (const auto& word : lines[i].words)
            for (std::size_t h = 0; h < heads.size() && is_item_mark(word.text); ++h)
                if (measures::are_aligned(word.box.x0, heads[h].box.x0, lines[i].size)) begun[h] = true;
    return std::all_of(begun.begin(), begun.end(), [](bool any) { return any; });
}

/// What may be the heads on lines [first, last): short texts wide apart, or as cells are where lists stand
/// below each.
std::vector<Segment> heads_apart(const std::vector<TextLine>& lines, std::size_t first, std::size_t last) {
    auto heads = stacked(lines, first, last, kWideApart);
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
    const bool has_nearer =
        std::any_of(begin, lines.begin() + static_cast<std::ptrdiff_t>(last), [](const TextLine& line) {
            return line.segment_count(measures::between_cells) > line.segment_count(kWideApart);
        });
    if (!has_nearer) return heads;
    auto nearer = stacked(lines, first, last, measures::between_cells);
    if (nearer.size() > heads.size() && head_lists(lines, last, nearer)) return nearer;
    return heads;
}

} // namespace

ColumnHeads known_column_heads(const std::vector<TextLine>& lines, std::size_t at, const Hints& hints) {
    if (auto heads = known_of_line(lines[at], hints); !heads.empty()) return {std::move(heads), at + 1};
    for (std::size_t last = at + 2; last <= at + kMostLines && goes_on_with(lines, last - 1, hints); ++last)
        if (auto heads = stacked(lines, at, last, measures::between_cells); all_known(heads, hints))
            return {std::move(heads), last};
    return {};
}

ColumnHeads column_heads_by_look(const std::vector<TextLine>& lines, std::size_t at, const Hints& hints) {
    ColumnHeads found;
    for (std::size_t last = at + 1; last <= at + kMostLines; ++last) {
        if (last > at + 1 && !goes_on_with(lines, last - 1, hints)) break;
        auto heads = heads_apart(lines, at, last);
        if (!are_short(heads) || are_of_figures(heads, hints)) continue;
        const bool one_known =
            last == at + 1 && std::any_of(heads.begin(), heads.end(),
                                          [&](const Segment& head) { return is_known(head.text, hints); });
        if (one_known || stand_out(lines, at, last, hints)) found = {std::move(heads), last};
    }
    return found;
}

} // namespace kompass::layout
