#include "tables.h"

#include <algorithm>
#include <numeric>

namespace typesetter {

namespace {

/// A cell set to its width: a list of lines, so that a row can be cut between any two.
class SetCell {
public:
    SetCell(const Cell& cell, double width) : cell_(cell) {
        for (std::size_t i = 0; i < cell.entries.size(); ++i) {
            const bool own_head = i == 0 && cell.first_style;
            const Style& style = own_head ? *cell.first_style : cell.style;
            const double hang = cell.marker && !own_head ? cell.marker->hang : 0;
            const bool last = i + 1 == cell.entries.size();
            texts_.emplace_back(cell.entries[i], style, width - hang, last ? cell.note : "");
            double before = i == 0 ? 0 : cell.gap;
            if (i > 0 && cell.marker && cell.marker->gap_instead)
                before = std::max(before, 0.7 * texts_.back().line_height());
            for (int line = 0; line < texts_.back().lines(); ++line)
                lines_.push_back({i, line, hang, line == 0 ? before : 0, texts_.back().line_height()});
        }
    }

    const Cell& cell() const { return cell_; }
    std::size_t lines() const { return lines_.size(); }

    double height(std::size_t from, std::size_t to) const {
        double sum = 0;
        for (std::size_t i = from; i < to; ++i)
            sum += (i == from ? 0 : lines_[i].before) + lines_[i].height;
        return sum;
    }

    /// How many lines from `from` on go into a height.
    std::size_t fitting(std::size_t from, double height) const {
        std::size_t to = from;
        while (to < lines_.size() && this->height(from, to + 1) <= height)
            ++to;
        return to;
    }

    void draw(cairo_t* pen, double x, double y, std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            const Line& line = lines_[i];
            if (i > from) y += line.before;
            const bool own_head = line.text == 0 && cell_.first_style;
            const std::size_t index = line.text - (cell_.first_style ? 1 : 0);
            if (line.line == 0 && cell_.marker && !own_head)
                draw_marker(pen, *cell_.marker, cell_.style, index, x, y, line.height);
            texts_[line.text].draw(pen, x + line.hang, y, line.line);
            y += line.height;
        }
    }

private:
    struct Line {
        std::size_t text;
        int line;
        double hang, before, height;
    };
    const Cell& cell_;
    std::vector<Text> texts_;
    std::vector<Line> lines_;
};

class Setter {
public:
    Setter(Press& press, const Table& table) : press_(press), table_(table) {}

    void set() {
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            const Row& row = table_.rows[i];
            if (row.keep_with_next && i + 1 < table_.rows.size() && !press_.at_top() &&
                height_of(row) + height_of(table_.rows[i + 1]) > press_.room())
                press_.move_on();
            if (row.head && i == 0 && table_.keep_head) keep_head();
            if (!row.head && !row.fill) ++plain_rows_;
            set_row(i);
        }
    }

private:
    double left(std::size_t column) const {
        return press_.x() + std::accumulate(table_.widths.begin(),
                                            table_.widths.begin() + static_cast<std::ptrdiff_t>(column), 0.0);
    }
    double whole_width() const { return std::accumulate(table_.widths.begin(), table_.widths.end(), 0.0); }

    std::vector<SetCell> set_cells(const Row& row) const {
        std::vector<SetCell> cells;
        cells.reserve(row.cells.size());
        std::size_t column = 0;
        for (const Cell& cell : row.cells) {
            double width = -2 * table_.padding_x;
            for (int i = 0; i < cell.span; ++i)
                width += table_.widths.at(column++);
            cells.emplace_back(cell, width);
        }
        return cells;
    }

    double height_of(const Row& row) const {
        double tallest = 0;
        for (const SetCell& cell : set_cells(row))
            tallest = std::max(tallest, cell.height(0, cell.lines()));
        return tallest + 2 * table_.padding_y;
    }

    void keep_head() {
        double height = 0;
        std::size_t i = 0;
        for (; i < table_.rows.size() && table_.rows[i].head; ++i)
            height += height_of(table_.rows[i]);
        if (i < table_.rows.size()) height += table_.split_rows ? 40 : height_of(table_.rows[i]);
        press_.need(height);
    }

    void next_page() {
        close();
        press_.move_on();
        if (!table_.repeat_head) return;
        for (const Row& row : table_.rows) {
            if (!row.head) break;
            draw_slice(row, set_cells(row), {}, {}, height_of(row));
        }
    }

    void set_row(std::size_t index) {
        const Row& row = table_.rows[index];
        const std::vector<SetCell> cells = set_cells(row);
        const double height = height_of(row);
        const double a_page =
            press_.geometry().paper.height - press_.geometry().top - press_.geometry().bottom;
        if (height <= press_.room()) {
            draw_slice(row, cells, {}, {}, height);
        } else if ((table_.split_rows && !row.head) || height > a_page) {
            split(row, cells);
        } else {
            next_page();
            draw_slice(row, cells, {}, {}, height);
        }
        if (index + 1 == table_.rows.size()) close();
    }

    void split(const Row& row, const std::vector<SetCell>& cells) {
        std::vector<std::size_t> from(cells.size(), 0);
        for (int slices = 0; slices < 20; ++slices) {
            std::vector<std::size_t> to(cells.size());
            double height = 0;
            bool more = false;
            bool any = false;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                to[i] = cells[i].fitting(from[i], press_.room() - 2 * table_.padding_y);
                height = std::max(height, cells[i].height(from[i], to[i]));
                more = more || to[i] < cells[i].lines();
                any = any || to[i] > from[i];
            }
            if (any) draw_slice(row, cells, from, to, height + 2 * table_.padding_y);
            if (!more) return;
            next_page();
            from = to;
        }
    }

    /// A row, or the part of it that stands on this page.
    void draw_slice(const Row& row, const std::vector<SetCell>& cells, const std::vector<std::size_t>& from,
                    const std::vector<std::size_t>& to, double height) {
        if (!open_) open(row);
        paint(row, height);
        const Rules& rules = table_.rules;
        std::size_t column = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::size_t first = from.empty() ? 0 : from[i];
            const std::size_t last = to.empty() ? cells[i].lines() : to[i];
            const double x = left(column);
            const double spare = height - 2 * table_.padding_y - cells[i].height(first, last);
            const Height lie = cells[i].cell().height;
            const double drop = lie == Height::top ? 0 : lie == Height::middle ? spare / 2 : spare;
            cells[i].draw(press_.pen(), x + table_.padding_x, press_.y() + table_.padding_y + drop, first,
                          last);
            if (i > 0) rule(press_.pen(), rules.colour, rules.down, x, press_.y(), x, press_.y() + height);
            column += static_cast<std::size_t>(cells[i].cell().span);
        }
        draw_rules(row, height);
        press_.advance(height);
        after_head_ = row.head;
    }

    void paint(const Row& row, double height) {
        if (row.fill)
            fill(press_.pen(), *row.fill, left(0), press_.y(), whole_width(), height);
        else if (table_.rules.zebra && !row.head && !row.total && plain_rows_ % 2 == 0)
            fill(press_.pen(), table_.rules.shade, left(0), press_.y(), whole_width(), height);
        std::size_t column = 0;
        for (const Cell& cell : row.cells) {
            double width = 0;
            const double x = left(column);
            for (int i = 0; i < cell.span; ++i)
                width += table_.widths[column++];
            if (cell.fill) fill(press_.pen(), *cell.fill, x, press_.y(), width, height);
        }
    }

    void draw_rules(const Row& row, double height) {
        const Rules& rules = table_.rules;
        const double x0 = left(0);
        const double x1 = left(0) + whole_width();
        const double y = press_.y();
        if (row.total && rules.over_total > 0)
            across(rules.over_total, y);
        else if (after_head_ && !row.head)
            across(std::max(rules.under_head, rules.across), y);
        else if (!first_)
            across(rules.across, y);
        rule(press_.pen(), rules.colour, rules.outer, x0, y, x0, y + height);
        rule(press_.pen(), rules.colour, rules.outer, x1, y, x1, y + height);
        first_ = false;
    }

    void across(double weight, double y) {
        rule(press_.pen(), table_.rules.colour, weight, left(0), y, left(0) + whole_width(), y);
    }

    void open(const Row&) {
        open_ = first_ = true;
        after_head_ = false;
        across(std::max(table_.rules.top, table_.rules.outer), press_.y());
    }

    void close() {
        if (open_) across(std::max(table_.rules.bottom, table_.rules.outer), press_.y());
        open_ = false;
    }

    Press& press_;
    const Table& table_;
    bool open_ = false, first_ = true, after_head_ = false;
    std::size_t plain_rows_ = 0;
};

} // namespace

void table(Press& press, const Table& table) {
    Setter(press, table).set();
}

} // namespace typesetter
