#include "layout/text_table.h"

#include "layout/bullets.h"
#include "layout/hyphenation.h"
#include "layout/measures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kompass::layout {

namespace {

/// Ems. Nothing but their alignment tells these tables, so that more is asked than of cells under heads.
constexpr double kGutterEms = 1.1;

/// Ems. Where the value's edge is known: more than a blank.
constexpr double kLeastGutter = 0.45;

/// Ems of white between the lines of the table: more than a blank line ends it.
constexpr double kMostBetweenRows = 1.5;

/// Ems of white between the lines of a label that wraps.
constexpr double kMostInLabel = 0.3;

/// Fewer may stand below each other by chance.
constexpr std::size_t kFewestRows = 3;

/// The cells of a row.
constexpr std::size_t kLabel = 0, kValue = 1;

using Parts = std::pair<Segment, Segment>;

/// A bullet or a number set by itself before its text; "1. Invånare" may be a label.
bool is_list_item(const TextLine& line) {
    return after_bullet(line.text, BulletGlyphs::printed) ||
           is_item_mark(line.segments(kLeastGutter).front().text);
}

/// A line's two parts, if it has just two and is no list item.
std::optional<Parts> two_parts(const TextLine& line) {
    if (line.segment_count(kGutterEms) != 2 || is_list_item(line)) return std::nullopt;
    auto parts = line.segments(kGutterEms);
    return Parts{std::move(parts[0]), std::move(parts[1])};
}

/// The same, where other rows tell at what edge the values stand: a label may reach so far that little more
/// than a blank is left.
std::optional<Parts> parts_at(const TextLine& line, double right) {
    if (auto parts = two_parts(line)) return parts;
    if (is_list_item(line)) return std::nullopt;
    const auto value = std::find_if(line.words.begin(), line.words.end(), [&](const Word& word) {
        return measures::are_aligned(word.box.x0, right, line.size);
    });
    if (value == line.words.begin() || value == line.words.end()) return std::nullopt;
    if (value->box.x0 - (value - 1)->box.x1 < kLeastGutter * line.size) return std::nullopt;
    return Parts{segment_of({line.words.begin(), value}), segment_of({value, line.words.end()})};
}

TableCell cell_of(const Segment& segment, int page) {
    return {segment.text, {}, {{page, segment.box}}, {}};
}

void extend(TableCell& cell, const TextLine& line) {
    append_joined(cell.text, line.text);
    add_place(cell.places, line.place());
}

void put_before(TableCell& cell, const TextLine& line) {
    cell.text = joined(line.text, cell.text);
    cell.places.insert(cell.places.begin(), line.place());
}

/// A line at the left alone that stands nearer to the row below than to the one above: that row's label
/// begins with it, as where values stand at the foot of their cells.
bool opens_row_below(const std::vector<TextLine>& lines, std::size_t at, std::size_t limit, double right) {
    if (at == 0 || at + 1 >= limit || lines[at + 1].page != lines[at].page || !parts_at(lines[at + 1], right))
        return false;
    return gap_between(lines[at], lines[at + 1]) + measures::trifle * lines[at].size <
           gap_between(lines[at - 1], lines[at]);
}

/// The parts of the first row: by itself, or with the edge of the two rows below, which it does not head.
std::optional<Parts> first_row_at(const std::vector<TextLine>& lines, std::size_t at, std::size_t limit) {
    if (auto parts = two_parts(lines[at])) return parts;
    if (at + 1 >= limit || lines[at + 1].page != lines[at].page) return std::nullopt;
    const bool heads = (lines[at].bold && !lines[at + 1].bold) ||
                       lines[at].size > measures::heading_size * lines[at + 1].size;
    if (heads) return std::nullopt;
    const auto below = two_parts(lines[at + 1]);
    if (!below || at + 2 >= limit || lines[at + 2].page != lines[at].page) return std::nullopt;
    const auto next = two_parts(lines[at + 2]);
    const bool aligned =
        next && measures::are_aligned(next->second.box.x0, below->second.box.x0, lines[at].size);
    return aligned ? parts_at(lines[at], below->second.box.x0) : std::nullopt;
}

} // namespace

std::optional<TextTable> text_table_at(const std::vector<TextLine>& lines, std::size_t at,
                                       std::size_t limit) {
    const auto first = first_row_at(lines, at, limit);
    if (!first) return std::nullopt;
    const double left = first->first.box.x0;
    const double right = first->second.box.x0;
    const double slack = measures::aligned * lines[at].size;
    TextTable table;
    table.block.kind = BlockKind::table;
    auto& rows = table.block.table.rows;
    const TextLine* opening = nullptr; // the first line of the next row's label
    std::size_t i = at;
    for (; i < limit && lines[i].page == lines[at].page; ++i) {
        const auto& line = lines[i];
        if (i > at && gap_between(lines[i - 1], line) > kMostBetweenRows * line.size) break;
        const auto parts = parts_at(line, right);
        const bool row = parts && std::abs(parts->first.box.x0 - left) < slack &&
                         std::abs(parts->second.box.x0 - right) < slack;
        const bool left_alone = std::abs(line.box.x0 - left) < slack && line.box.x1 < right;
        if (row) {
            rows.push_back({cell_of(parts->first, line.page), cell_of(parts->second, line.page)});
            if (opening != nullptr) put_before(rows.back()[kLabel], *opening);
            opening = nullptr;
        } else if (!rows.empty() && left_alone && opens_row_below(lines, i, limit, right))
            opening = &line;
        else if (!rows.empty() && std::abs(line.box.x0 - right) < slack)
            extend(rows.back()[kValue], line);
        else if (!rows.empty() && left_alone && gap_between(lines[i - 1], line) < kMostInLabel * line.size)
            extend(rows.back()[kLabel], line);
        else
            break;
        add_place(table.block.places, line.place());
    }
    if (rows.size() < kFewestRows) return std::nullopt;
    table.last = i;
    return table;
}

} // namespace kompass::layout
