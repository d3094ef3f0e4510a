#include "layout/rows/cells_beside.h"

#include "model/printed_tokens.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace kompass::layout {

namespace {

// Lengths in ems of the rows' type.

/// Numbers of one column begin nearer to each other.
constexpr double kOneColumn = 0.6;
/// A cell of text is wider than an indent.
constexpr double kNarrowestCell = 4;
/// White between the cell and the number right of it.
constexpr double kGutter = 0.5;

/// A line on which a question's number stands.
struct Numbered {
    std::size_t line = 0;
    double left = 0;
    char area = 0;
};

std::optional<Numbered> numbered(const std::vector<RowLineSource>& lines, std::size_t at) {
    const auto& line = lines[at].line;
    for (std::size_t w = 0; w < line.words.size(); ++w) {
        if (w > 0 && gap_before(line, w) < kGutter * line.size) continue;
        const auto number = printed::question_number(line.words[w].text);
        if (!number.empty()) return Numbered{at, line.words[w].box.x0, number.front()};
    }
    return std::nullopt;
}

/// Words that end left of the numbers, the first of a line.
std::size_t words_left_of(const TextLine& line, double numbers) {
    std::size_t count = 0;
    while (count < line.words.size() && line.words[count].box.x1 <= numbers - kGutter * line.size)
        ++count;
    return count;
}

bool are_figures(const TextLine& line, std::size_t first, std::size_t last) {
    if (first == last) return false;
    const auto at = [&](std::size_t w) { return line.words.begin() + static_cast<std::ptrdiff_t>(w); };
    return are_cells_of_figures({at(first), at(last)}, line.page);
}

/// Numbers below each other, and what stands left of them.
class Column {
public:
    Column(std::vector<RowLineSource>& lines, const std::vector<Numbered>& rows)
        : lines_(lines), rows_(rows) {
        numbers_ = rows.front().left;
        for (const auto& row : rows)
            numbers_ = std::min(numbers_, row.left);
    }

    /// Some rows have text beside them, wide enough for a cell; most have none, or it is no cell for several.
    [[nodiscard]] bool has_cell_beside() const {
        std::size_t texts = 0;
        std::size_t figures = 0;
        double left = numbers_;
        for (const auto& row : rows_) {
            const auto& line = lines_[row.line].line;
            const auto count = words_left_of(line, numbers_);
            if (count == 0) continue;
            (are_figures(line, 0, count) ? figures : texts) += 1;
            left = std::min(left, line.box.x0);
        }
        constexpr std::size_t most_rows =
            2; // of three: an area has five questions or more, its cell one line or two
        return texts > 0 && texts >= figures && (texts + figures) * 3 <= rows_.size() * most_rows &&
               numbers_ - left > kNarrowestCell * lines_[rows_.front().line].line.size;
    }

    /// Marks in `gone` the lines that hold nothing else.
    void take_off(std::vector<bool>& gone) const {
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            take_off_line(rows_[r].line, gone);
            const auto end = r + 1 < rows_.size() ? rows_[r + 1].line : end_of_last_row();
            const bool one_area = r + 1 >= rows_.size() || rows_[r + 1].area == rows_[r].area;
            for (auto i = rows_[r].line + 1; i < end; ++i)
                if (one_area || goes_on(i)) take_off_line(i, gone);
        }
    }

private:
    /// Below the last number, on its page, as far as lines stand as near as those of a cell.
    [[nodiscard]] std::size_t end_of_last_row() const {
        auto end = rows_.back().line + 1;
        while (end < lines_.size() && goes_on(end))
            ++end;
        return end;
    }

    /// The line stands near the one above it.
    [[nodiscard]] bool goes_on(std::size_t at) const {
        constexpr double farthest = 0.5;
        const auto& line = lines_[at].line;
        const auto& above = lines_[at - 1].line;
        return line.page == above.page && gap_between(above, line) < farthest * line.size;
    }

    void take_off_line(std::size_t at, std::vector<bool>& gone) const {
        auto& source = lines_[at];
        auto& line = source.line;
        const auto count = words_left_of(line, numbers_);
        if (count == 0) return;
        if (count == line.words.size()) {
            // Goes with the line above, which is of the table.
            const auto above =
                std::find_if(std::make_reverse_iterator(gone.begin() + static_cast<std::ptrdiff_t>(at)),
                             gone.rend(), [](bool is_gone) { return !is_gone; });
            if (above == gone.rend()) return;
            auto& owner = lines_[static_cast<std::size_t>(gone.rend() - above) - 1];
            if (owner.line.page != line.page) return;
            owner.beside.insert(owner.beside.end(), line.words.begin(), line.words.end());
            gone[at] = true;
            return;
        }
        // Sums stand below all that the table holds, their name at its left.
        if (are_figures(line, count, line.words.size()) || gap_before(line, count) < kGutter * line.size)
            return;
        std::vector<bool> which(line.words.size(), false);
        std::fill_n(which.begin(), count, true);
        auto taken = take_words(line, which);
        source.beside.insert(source.beside.end(), taken.begin(), taken.end());
    }

    std::vector<RowLineSource>& lines_;
    const std::vector<Numbered>& rows_;
    double numbers_ = 0;
};

} // namespace

void take_cells_beside(std::vector<RowLineSource>& lines) {
    constexpr std::size_t fewest = 3; // numbers below each other are a table
    std::vector<bool> gone(lines.size(), false);
    std::vector<Numbered> rows;
    const auto end_column = [&] {
        if (rows.size() >= fewest)
            if (const Column column(lines, rows); column.has_cell_beside()) column.take_off(gone);
        rows.clear();
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto row = numbered(lines, i);
        if (!row) continue;
        const bool same = !rows.empty() &&
                          std::abs(row->left - rows.back().left) < kOneColumn * lines[i].line.size &&
                          lines[i].line.page <= lines[rows.back().line].line.page + 1;
        if (!same) end_column();
        rows.push_back(*row);
    }
    end_column();
    std::size_t at = 0;
    std::erase_if(lines, [&](const RowLineSource&) { return gone[at++]; });
}

} // namespace kompass::layout
