#include "layout/text_table.h"

#include "layout/bullets.h"
#include "layout/hyphenation.h"

#include <cmath>

namespace kompass::layout {

namespace {

constexpr double kGutterEms = 1.1;
constexpr double kAligned = 2.5; ///< points

/// A line's two parts, if it has just two and is no list item.
std::optional<std::pair<Segment, Segment>> two_parts(const TextLine& line) {
    if (line.segment_count(kGutterEms) != 2 || after_bullet(line.text, BulletGlyphs::printed))
        return std::nullopt;
    auto parts = line.segments(kGutterEms);
    return std::pair{std::move(parts[0]), std::move(parts[1])};
}

Cell cell_of(const Segment& segment, int page) {
    return {segment.text, {}, {{page, segment.box}}, {}};
}

void extend(Cell& cell, const TextLine& line) {
    cell.text = joined(cell.text, line.text);
    add_place(cell.places, line.place());
}

} // namespace

std::optional<TextTable> text_table_at(const std::vector<TextLine>& lines, std::size_t at,
                                       std::size_t limit) {
    const auto first = two_parts(lines[at]);
    if (!first) return std::nullopt;
    const double left = first->first.box.x0;
    const double right = first->second.box.x0;
    TextTable table;
    table.block.kind = BlockKind::table;
    auto& rows = table.block.table.rows;
    std::size_t i = at;
    for (; i < limit && lines[i].page == lines[at].page; ++i) {
        const auto& line = lines[i];
        if (i > at && gap_between(lines[i - 1], line) > 1.5 * line.size) break;
        const auto parts = two_parts(line);
        const bool row = parts && std::abs(parts->first.box.x0 - left) < kAligned &&
                         std::abs(parts->second.box.x0 - right) < kAligned;
        if (row)
            rows.push_back({cell_of(parts->first, line.page), cell_of(parts->second, line.page)});
        else if (!rows.empty() && std::abs(line.box.x0 - right) < kAligned)
            extend(rows.back()[1], line);
        else if (!rows.empty() && std::abs(line.box.x0 - left) < kAligned && line.box.x1 < right &&
                 gap_between(lines[i - 1], line) < 0.3 * line.size)
            extend(rows.back()[0], line);
        else
            break;
        add_place(table.block.places, line.place());
    }
    if (rows.size() < 3) return std::nullopt;
    table.last = i;
    return table;
}

} // namespace kompass::layout
