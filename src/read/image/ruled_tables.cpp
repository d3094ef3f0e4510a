#include "read/image/ruled_tables.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace kompass::read {
namespace {

/// Sizes in points: multiples of the resolution.
constexpr double same_rule = 3;     ///< between rules that are parts of one: double rules stand so near
constexpr double least_field = 5;   ///< no text fits into less
constexpr double inset = 1.5;       ///< of cells, from the middle of their rules
constexpr double least_width = 40;  ///< of a table: one word in a cell
constexpr double least_height = 10; ///< one line of type
constexpr double same_end = 4;      ///< between the ends of a table's rules across
constexpr double tallest_row = 60;  ///< four lines of a long question

/// Shares of a field's side.
constexpr double drawn_share = 0.6;  ///< that must be ruled to part two fields: the scan broke less of it
constexpr double dark_share = 0.85;  ///< that must be dark, where no rule was found: letters leave more white
constexpr double broken_share = 0.5; ///< where a rule goes on that is drawn elsewhere,
constexpr double end_share = 0.2;    ///< and of its ends:
constexpr double remnant_share = 0.25; ///< where it stands alone
constexpr std::size_t end_part = 6;    ///< a part of the side: text keeps so far from it

/// The middles of the rules, those of one rule made one; with the table's own edges.
std::vector<int> grid_lines(std::vector<int> middles, int first, int last, int tolerance) {
    middles.push_back(first);
    middles.push_back(last);
    std::sort(middles.begin(), middles.end());
    std::vector<int> lines;
    int sum = 0;
    int count = 0;
    int previous = middles.front();
    const auto close = [&] {
        if (count > 0) lines.push_back(sum / count);
        sum = count = 0;
    };
    for (const int middle : middles) {
        if (middle - previous > tolerance) close();
        sum += middle;
        ++count;
        previous = middle;
    }
    close();
    return lines;
}

double inked_share(const std::vector<int>& counts, std::size_t first, std::size_t last) {
    const auto from = counts.begin() + static_cast<std::ptrdiff_t>(first);
    const auto to = counts.begin() + static_cast<std::ptrdiff_t>(last);
    const auto inked = std::count_if(from, to, [](int n) { return n > 0; });
    return last == first ? 0 : static_cast<double>(inked) / static_cast<double>(last - first);
}

bool mostly_inked(const std::vector<int>& counts, double share) {
    return inked_share(counts, 0, counts.size()) >= share;
}

/// Dark from end to end, as a broken rule is and text is not, which keeps off the cell's sides.
bool is_broken_rule(const std::vector<int>& counts) {
    const auto length = counts.size() / end_part;
    return mostly_inked(counts, broken_share) && inked_share(counts, 0, length) >= end_share &&
           inked_share(counts, counts.size() - length, counts.size()) >= end_share;
}

/// Cells as sets of fields that no rule parts.
class Grid {
public:
    Grid(const CleanPage& page, const PixelBox& table) : page_(page) {
        const int tolerance = page.pixels(same_rule);
        std::vector<int> xs;
        std::vector<int> ys;
        for (const auto& rule : page.down.cropped(table).blobs())
            xs.push_back(table.x + rule.box.x + rule.box.width / 2);
        for (const auto& rule : page.across.cropped(table).blobs())
            ys.push_back(table.y + rule.box.y + rule.box.height / 2);
        x_ = grid_lines(std::move(xs), table.x, table.right() - 1, tolerance);
        y_ = grid_lines(std::move(ys), table.y, table.bottom() - 1, tolerance);
        cell_of_.resize(static_cast<std::size_t>(std::max(0, rows() * columns())));
        std::iota(cell_of_.begin(), cell_of_.end(), 0);
    }

    [[nodiscard]] int rows() const { return static_cast<int>(y_.size()) - 1; }
    [[nodiscard]] int columns() const { return static_cast<int>(x_.size()) - 1; }

    void join_unparted() {
        for (int r = 0; r < rows(); ++r)
            for (int c = 0; c < columns(); ++c) {
                if (c + 1 < columns() && !ruled_down(x_[index(c + 1)], y_[index(r)], y_[index(r + 1)]))
                    join(r, c, r, c + 1);
                if (r + 1 < rows() && !ruled_across(y_[index(r + 1)], x_[index(c)], x_[index(c + 1)]))
                    join(r, c, r + 1, c);
            }
    }

    [[nodiscard]] std::vector<TableCell> cells() const {
        std::vector<TableCell> cells;
        std::vector<int> position(cell_of_.size(), -1);
        for (int r = 0; r < rows(); ++r)
            for (int c = 0; c < columns(); ++c) {
                auto& at = position[index(root(field(r, c)))];
                if (at < 0) {
                    at = static_cast<int>(cells.size());
                    cells.push_back({{}, r, c, 1, 1});
                }
                auto& cell = cells[index(at)];
                cell.rows = std::max(cell.rows, r - cell.row + 1);
                cell.columns = std::max(cell.columns, c - cell.column + 1);
                cell.box = cell.box.united(box_of(r, c));
            }
        const int kept_off = page_.pixels(inset);
        const int least = page_.pixels(least_field);
        for (auto& cell : cells)
            cell.box = cell.box.grown(-kept_off, -kept_off);
        std::erase_if(
            cells, [&](const TableCell& cell) { return cell.box.width < least || cell.box.height < least; });
        return cells;
    }

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] int field(int row, int column) const { return row * columns() + column; }
    [[nodiscard]] PixelBox box_of(int r, int c) const {
        return {x_[index(c)], y_[index(r)], x_[index(c + 1)] - x_[index(c)], y_[index(r + 1)] - y_[index(r)]};
    }
    [[nodiscard]] int root(int field) const {
        while (cell_of_[index(field)] != field)
            field = cell_of_[index(field)];
        return field;
    }
    void join(int r1, int c1, int r2, int c2) {
        const int a = root(field(r1, c1));
        const int b = root(field(r2, c2));
        cell_of_[index(std::max(a, b))] = std::min(a, b);
    }
    /// What is left of a rule stands alone: nothing beside it, as where text crosses.
    [[nodiscard]] bool is_remnant(const std::vector<int>& dark, const PixelBox& one_side,
                                  const PixelBox& other_side) const {
        return mostly_inked(dark, remnant_share) && page_.ink.ink(one_side) == 0 &&
               page_.ink.ink(other_side) == 0;
    }
    [[nodiscard]] bool ruled_down(int x, int top, int bottom) const {
        const int near = page_.pixels(same_rule);
        const int height = bottom - top;
        const auto rules = [&](int from, int to) {
            return page_.down.ink_by_row({x - near, from, 2 * near + 1, to - from});
        };
        if (mostly_inked(rules(top, bottom), drawn_share)) return true;
        const auto dark = page_.marks.ink_by_row({x - near / 2, top, near + 1, height});
        if (mostly_inked(dark, dark_share)) return true;
        const bool remains = is_broken_rule(dark) || is_remnant(dark, {x - 3 * near / 2, top, near, height},
                                                                {x + near / 2 + 1, top, near, height});
        return remains && mostly_inked(rules(y_.front(), y_.back()), broken_share);
    }
    [[nodiscard]] bool ruled_across(int y, int left, int right) const {
        const int near = page_.pixels(same_rule);
        const int width = right - left;
        const auto rules = [&](int from, int to) {
            return page_.across.ink_by_column({from, y - near, to - from, 2 * near + 1});
        };
        if (mostly_inked(rules(left, right), drawn_share)) return true;
        const auto dark = page_.marks.ink_by_column({left, y - near / 2, width, near + 1});
        if (mostly_inked(dark, dark_share)) return true;
        const bool remains = is_broken_rule(dark) || is_remnant(dark, {left, y - 3 * near / 2, width, near},
                                                                {left, y + near / 2 + 1, width, near});
        return remains && mostly_inked(rules(x_.front(), x_.back()), broken_share);
    }

    const CleanPage& page_;
    std::vector<int> x_, y_;
    std::vector<int> cell_of_;
};

/// Whether most of the table's rules down go on from `top` to `bottom`, though broken.
bool rules_go_on(const CleanPage& page, const PixelBox& table, int top, int bottom) {
    const int near = page.pixels(same_rule) / 2;
    int rules = 0;
    int going_on = 0;
    for (const auto& rule : page.down.cropped(table).blobs()) {
        const int x = table.x + rule.box.x + rule.box.width / 2;
        const auto dark = page.marks.ink_by_row({x - near, top, 2 * near + 1, bottom - top});
        ++rules;
        if (is_broken_rule(dark)) ++going_on;
    }
    return going_on >= 2 && 2 * going_on > rules;
}

/// Whether the rule across closes a further row of the table above or below it, whose rules down the scan
/// broke so much that they were not found.
bool closes_row(const CleanPage& page, const PixelBox& table, const PixelBox& rule) {
    const int ends = page.pixels(same_end);
    if (std::abs(table.x - rule.x) > ends || std::abs(table.right() - rule.right()) > ends) return false;
    const bool below = rule.y >= table.bottom();
    const int top = below ? table.bottom() : rule.bottom();
    const int bottom = below ? rule.y : table.y;
    return bottom - top >= page.pixels(least_field) && bottom - top <= page.pixels(tallest_row) &&
           rules_go_on(page, table, top, bottom);
}

/// Boxes around rules that hang together, each with the rows that a broken scan tore off.
std::vector<PixelBox> table_boxes(const CleanPage& page) {
    const int gap = page.pixels(same_rule);
    std::vector<PixelBox> tables;
    std::vector<PixelBox> rules;
    for (const auto& [box, area] : page.across.with(page.down).closed(gap, gap).blobs()) {
        if (box.width < page.pixels(least_width)) continue;
        if (box.height < page.pixels(least_height))
            rules.push_back(box);
        else if (page.down.ink(box) > 0 && page.across.ink(box) > 0)
            tables.push_back(box);
    }
    for (auto& table : tables)
        for (bool grown = true; grown;) {
            const auto rule = std::find_if(rules.begin(), rules.end(), [&](const PixelBox& candidate) {
                return closes_row(page, table, candidate);
            });
            grown = rule != rules.end();
            if (!grown) continue;
            table = table.united(*rule);
            rules.erase(rule);
        }
    return tables;
}

} // namespace

std::vector<RuledTable> ruled_tables(const CleanPage& page) {
    std::vector<RuledTable> tables;
    for (const auto& box : table_boxes(page)) {
        Grid grid(page, box);
        grid.join_unparted();
        RuledTable table{box, grid.rows(), grid.columns(), grid.cells()};
        if (!table.cells.empty()) tables.push_back(std::move(table));
    }
    return tables;
}

} // namespace kompass::read
