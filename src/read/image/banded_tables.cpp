#include "read/image/banded_tables.h"

#include <algorithm>
#include <cstdlib>

namespace kompass::read {
namespace {

/// Sizes in points: multiples of the resolution, as a page is scanned at any.
constexpr double same_level = 2;      ///< between the pieces of one rule: a slant that straightening leaves
constexpr double same_end = 6;        ///< between the ends of a stack's rules: what a scan cuts off
constexpr double longest_break = 20;  ///< of a rule: a word's width, while gutters of drawn cells have less
constexpr double tallest_row = 60;    ///< four lines of a long question
constexpr double least_row = 6;       ///< no line of type fits into less
constexpr double least_length = 150;  ///< of a rule: a third of a text column; underlines are shorter
constexpr double least_gutter = 5;    ///< wider than the space between words
constexpr double inset = 1.5;         ///< of cells, from rules
constexpr std::size_t least_rows = 2; ///< a table that a page break cut may have so few
constexpr int rows_a_crossing = 8;    ///< one of so many rows may cross a gutter

/// Pieces of rules on one level, joined where the scan broke them.
std::vector<PixelBox> rules_across(const CleanPage& page, const std::vector<RuledTable>& taken) {
    std::vector<PixelBox> rules;
    for (const auto& blob : page.across.blobs()) {
        const auto in_table = [&](const RuledTable& table) { return !table.box.common(blob.box).empty(); };
        if (std::any_of(taken.begin(), taken.end(), in_table)) continue;
        const auto continues = [&](const PixelBox& rule) {
            const int gap = std::max(rule.x, blob.box.x) - std::min(rule.right(), blob.box.right());
            return std::abs(rule.y - blob.box.y) <= page.pixels(same_level) &&
                   gap <= page.pixels(longest_break);
        };
        const auto same = std::find_if(rules.begin(), rules.end(), continues);
        if (same == rules.end())
            rules.push_back(blob.box);
        else
            *same = same->united(blob.box);
    }
    std::erase_if(rules, [&](const PixelBox& rule) { return rule.width < page.pixels(least_length); });
    return rules;
}

/// The space between a rule and the next one of its stack; empty if that is another's.
PixelBox band_between(const CleanPage& page, const PixelBox& upper, const PixelBox& lower) {
    const int ends = page.pixels(same_end);
    const int height = lower.y - upper.bottom();
    const bool alike = std::abs(upper.x - lower.x) <= ends && std::abs(upper.right() - lower.right()) <= ends;
    if (!alike || height < page.pixels(least_row) || height > page.pixels(tallest_row)) return {};
    const int margin = page.pixels(inset);
    const auto across = upper.united(lower);
    return PixelBox{across.x, upper.bottom(), across.width, height}.grown(0, -margin);
}

/// Rows that follow each other between rules; blank space ends a stack.
std::vector<std::vector<PixelBox>> stacks_of(const CleanPage& page, const std::vector<PixelBox>& rules) {
    std::vector<std::vector<PixelBox>> stacks(1);
    for (std::size_t i = 1; i < rules.size(); ++i) {
        const auto band = band_between(page, rules[i - 1], rules[i]);
        if (band.empty() || page.ink.ink(band) == 0)
            stacks.emplace_back();
        else
            stacks.back().push_back(band);
    }
    std::erase_if(stacks, [](const auto& rows) { return rows.size() < least_rows; });
    return stacks;
}

/// How many rows have ink, for each column of pixels.
std::vector<int> rows_with_ink(const CleanPage& page, const std::vector<PixelBox>& rows, int left,
                               int width) {
    std::vector<int> counts(static_cast<std::size_t>(width), 0);
    for (const auto& row : rows) {
        const auto ink = page.ink.ink_by_column({left, row.y, width, row.height});
        for (std::size_t x = 0; x < ink.size(); ++x)
            if (ink[x] > 0) ++counts[x];
    }
    return counts;
}

/// The middle of the widest white inside [first, last), or of all of it where ink crosses it from end to end.
std::size_t middle_of_white(const std::vector<int>& counts, std::size_t first, std::size_t last,
                            std::size_t least_width) {
    std::size_t widest = least_width - 1;
    std::size_t middle = first + (last - first) / 2;
    for (std::size_t x = first; x < last;) {
        std::size_t end = x;
        while (end < last && counts[end] == 0)
            ++end;
        if (end - x > widest) {
            widest = end - x;
            middle = x + widest / 2;
        }
        x = std::max(end, x + 1);
    }
    return middle;
}

/// Where columns part, as offsets into `counts`, without its ends.
std::vector<std::size_t> gutters(const std::vector<int>& counts, int most, std::size_t least_width) {
    std::vector<std::size_t> middles;
    std::size_t first_ink = 0;
    while (first_ink < counts.size() && counts[first_ink] <= most)
        ++first_ink;
    for (std::size_t x = first_ink; x < counts.size();) {
        std::size_t end = x;
        while (end < counts.size() && counts[end] <= most)
            ++end;
        if (end == counts.size()) break;
        if (end - x >= least_width) middles.push_back(middle_of_white(counts, x, end, least_width));
        x = end + 1;
    }
    return middles;
}

/// The cells of one row: columns, joined where its ink crosses from one to the next.
void add_row(RuledTable& table, const CleanPage& page, const PixelBox& row, const std::vector<int>& edges) {
    const int number = table.rows++;
    for (std::size_t c = 0; c + 1 < edges.size();) {
        std::size_t end = c + 1;
        while (end + 1 < edges.size() && page.ink.ink({edges[end] - 1, row.y, 3, row.height}) > 0)
            ++end;
        const PixelBox box = {edges[c], row.y, edges[end] - edges[c], row.height};
        table.cells.push_back({box, number, static_cast<int>(c), 1, static_cast<int>(end - c)});
        c = end;
    }
}

RuledTable table_of(const CleanPage& page, const std::vector<PixelBox>& rows) {
    RuledTable table{};
    for (const auto& row : rows)
        table.box = table.box.united(row);
    const auto counts = rows_with_ink(page, rows, table.box.x, table.box.width);
    const int crossings = static_cast<int>(rows.size()) / rows_a_crossing;
    const auto least_width = static_cast<std::size_t>(page.pixels(least_gutter));
    std::vector<int> edges = {table.box.x};
    for (const auto middle : gutters(counts, crossings, least_width))
        edges.push_back(table.box.x + static_cast<int>(middle));
    edges.push_back(table.box.right());
    table.columns = static_cast<int>(edges.size()) - 1;
    for (const auto& row : rows)
        add_row(table, page, row, edges);
    return table;
}

} // namespace

std::vector<RuledTable> banded_tables(const CleanPage& page, const std::vector<RuledTable>& taken) {
    std::vector<RuledTable> tables;
    for (const auto& rows : stacks_of(page, rules_across(page, taken))) {
        auto table = table_of(page, rows);
        if (table.columns > 1) tables.push_back(std::move(table));
    }
    return tables;
}

} // namespace kompass::read
