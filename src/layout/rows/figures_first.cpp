#include "layout/rows/figures_first.h"

#include "model/printed_figures.h"
#include "model/printed_tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace kompass::layout {

namespace {

// Lengths in ems of the rows' type.

/// Texts of one column begin nearer to each other.
constexpr double kOneColumn = 0.6;
/// Between the figures that were moved and the texts before them.
constexpr double kBehindText = 2;
/// What boxes err.
constexpr double kSlack = 0.3;
/// Lines of a table's head, and of a row or the sums.
constexpr std::size_t kLinesAbove = 4;
constexpr std::size_t kLinesBelow = 6;

/// A row whose text stands behind figures.
struct FigureFirst {
    std::size_t line = 0;
    bool numbered = false;  ///< by the number of a question, before or behind the figures
    double label_right = 0; ///< of what stands before the figures; 0: nothing does
    std::vector<Box> figures;
    std::vector<int> values;
    double text_left = 0;
};

bool begins_with_number(const Segment& segment) {
    return !printed::question_number(segment.words.front().text).empty();
}

std::optional<FigureFirst> figures_before_text(const TextLine& line, std::size_t at) {
    const auto parts = line.segments(kBetweenRowCells);
    FigureFirst row;
    row.line = at;
    std::size_t part = 0;
    if (parts.size() > 1 && parts[0].words.size() == 1 && begins_with_number(parts[0])) {
        row.numbered = true;
        row.label_right = parts[0].box.x1;
        part = 1;
    }
    for (; part < parts.size(); ++part) {
        const auto figures = printed::figures(parts[part].text);
        if (figures.empty()) break;
        row.figures.push_back(parts[part].box);
        const auto& value = figures.front().value;
        row.values.push_back(value && value->is_whole() ? static_cast<int>(value->whole()) : 0);
    }
    if (row.figures.empty() || part == parts.size()) return std::nullopt;
    const bool number_behind = begins_with_number(parts[part]);
    if (!number_behind && !unicode::has_letter(parts[part].text)) return std::nullopt;
    row.numbered = row.numbered || number_behind;
    constexpr std::size_t fewest = 2; // figures of a row without a question's number
    if (!row.numbered && row.figures.size() < fewest) return std::nullopt;
    row.text_left = parts[part].box.x0;
    return row;
}

/// The rows of a table, whose texts begin at one place.
class Table {
public:
    Table(std::vector<RowLineSource>& lines, std::vector<FigureFirst> rows)
        : lines_(lines), rows_(std::move(rows)) {
        keep_counts();
        left_ = text_left_ = rows_.front().text_left;
        double labels = 0;
        for (const auto& row : rows_) {
            text_left_ = std::min(text_left_, row.text_left);
            labels = std::max(labels, row.label_right);
            if (!row.figures.empty()) left_ = std::min(left_, row.figures.front().x0);
        }
        // Heads are wider than the figures below them.
        left_ = labels == 0 ? 0 : (labels + left_) / 2;
    }

    /// Rows enough, and nearly all that bear a question's number have figures before their text.
    [[nodiscard]] bool is_one() const {
        constexpr std::size_t fewest = 3;
        if (rows_.size() < fewest) return false;
        std::size_t without = 0;
        for (auto i = rows_.front().line; i <= rows_.back().line; ++i)
            if (stands_alone(lines_[i].line)) ++without;
        return without * 2 < rows_.size();
    }

    void move() {
        std::vector<std::size_t> moved;
        for (const auto& row : rows_)
            for (auto i = row.line - std::min(row.line, kLinesAbove);
                 i < std::min(lines_.size(), row.line + kLinesBelow); ++i)
                if (is_movable(i, row) && std::find(moved.begin(), moved.end(), i) == moved.end())
                    moved.push_back(i);
        double right = 0;
        for (const auto i : moved)
            right = std::max(right, lines_[i].line.box.x1);
        for (const auto i : moved)
            move_line(lines_[i], right);
    }

private:
    /// Rows that count 1, 2, 3 bear their number before the figures.
    void keep_counts() {
        int count = 0;
        const bool counted = std::all_of(rows_.begin(), rows_.end(), [&](const FigureFirst& row) {
            return !row.numbered && row.values.front() == ++count;
        });
        if (!counted) return;
        for (auto& row : rows_) {
            row.label_right = row.figures.front().x1;
            row.figures.erase(row.figures.begin());
        }
    }

    [[nodiscard]] bool stands_alone(const TextLine& line) const {
        return !printed::question_number(line.words.front().text).empty() &&
               std::abs(line.box.x0 - text_left_) < kOneColumn * line.size;
    }

    [[nodiscard]] bool is_in_band(const Word& word, double size) const {
        return word.box.x0 >= left_ - kSlack * size && word.box.x1 <= text_left_ - kSlack * size;
    }

    /// Words in the figures' columns, none that reaches into them from either side, and cells' white between.
    [[nodiscard]] bool is_movable(std::size_t at, const FigureFirst& row) const {
        const auto& line = lines_[at].line;
        const bool overleaf = at > row.line && line.page == lines_[row.line].line.page + 1;
        if (!overleaf && line.page != lines_[row.line].line.page) return false;
        std::vector<Word> band;
        for (std::size_t w = 0; w < line.words.size(); ++w) {
            const auto& word = line.words[w];
            const bool inside = is_in_band(word, line.size);
            if (!inside && word.box.x0 < text_left_ - kSlack * line.size &&
                word.box.x1 > left_ + kSlack * line.size)
                return false;
            if (w > 0 && inside != is_in_band(line.words[w - 1], line.size) &&
                gap_before(line, w) < kBetweenRowCells * line.size)
                return false;
            if (inside) band.push_back(word);
        }
        if (band.empty()) return false;
        const bool head_has_texts = at < row.line && band.size() < line.words.size();
        return head_has_texts || are_cells_of_figures(std::move(band), line.page);
    }

    void move_line(RowLineSource& source, double right) const {
        auto words = source.line.words;
        const double by = right + kBehindText * source.line.size - left_;
        for (auto& word : words) {
            if (!is_in_band(word, source.line.size)) continue;
            const auto on_page = word.box;
            word.box.x0 += by;
            word.box.x1 += by;
            source.moved.emplace_back(word.box, on_page);
        }
        source.line = line_of(std::move(words), source.line.page);
    }

    std::vector<RowLineSource>& lines_;
    std::vector<FigureFirst> rows_;
    double left_ = 0, text_left_ = 0;
};

} // namespace

void move_figures_last(std::vector<RowLineSource>& lines) {
    std::vector<FigureFirst> rows;
    const auto end_table = [&] {
        if (!rows.empty())
            if (Table table(lines, std::exchange(rows, {})); table.is_one()) table.move();
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto row = figures_before_text(lines[i].line, i);
        if (!row) continue;
        const bool same = !rows.empty() && row->numbered == rows.back().numbered &&
                          std::abs(row->text_left - rows.back().text_left) < kOneColumn * lines[i].line.size;
        if (!same) end_table();
        rows.push_back(std::move(*row));
    }
    end_table();
}

} // namespace kompass::layout
