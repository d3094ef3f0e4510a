#include "extractors/score_tables.h"

#include "extractors/readings.h"
#include "model/instrument.h"
#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <optional>

namespace kompass {

namespace {

using Row = std::vector<TableCell>;

/// Which figure column holds what; kNone where the table has no such column.
struct Columns {
    static constexpr std::size_t kNone = 99;
    std::size_t points = kNone, max = kNone, percent = kNone;
};

Columns columns_of(const Table& table, const rules::RuleSet& rules) {
    Columns columns;
    if (table.has_head) {
        const auto& head = table.rows.front();
        for (std::size_t c = 2; c < head.size(); ++c) {
            const auto text = text::trimmed(head[c].text);
            if (columns.max == Columns::kNone && rules.matches("max_head", text))
                columns.max = c;
            else if (columns.percent == Columns::kNone && rules.matches("percent_head", text))
                columns.percent = c;
            else if (columns.points == Columns::kNone && rules.matches("points_head", text))
                columns.points = c;
        }
    }
    const bool told = columns.points != Columns::kNone && columns.max != Columns::kNone;
    if (!told) columns = {2, 3, table.figures >= 3 ? 4 : Columns::kNone};
    return columns;
}

std::optional<int> value_at(const Row& row, std::size_t column) {
    if (column >= row.size()) return std::nullopt;
    const auto figure = text::figure(row[column].text);
    return figure ? std::optional(figure->value) : std::nullopt;
}

void mark_doubtful(Score& score, const Columns& columns) {
    const auto missing = [&](const std::optional<int>& value, std::size_t column, const char* field) {
        if (!value && column != Columns::kNone) score.doubtful.emplace_back(field);
    };
    missing(score.points, columns.points, "points");
    missing(score.max, columns.max, "max");
    missing(score.percent, columns.percent, "percent");
    const bool above_max = score.points && score.max && *score.points > *score.max;
    if (above_max) score.doubtful.insert(score.doubtful.end(), {"points", "max"});
    if (score.percent && *score.percent > most_percent) score.doubtful.emplace_back("percent");
}

Score score_of(const Row& row, const Columns& columns) {
    Score score;
    score.points = value_at(row, columns.points);
    score.max = value_at(row, columns.max);
    score.percent = value_at(row, columns.percent);
    for (std::size_t c = 2; c < row.size(); ++c)
        for (const auto& place : row[c].places)
            add_place(score.places, place);
    mark_doubtful(score, columns);
    return score;
}

bool has_figures(const Row& row) {
    return std::any_of(row.begin() + 2, row.end(), [](const TableCell& cell) { return !cell.text.empty(); });
}

/// What one table says of one area.
struct TableArea {
    Area area;
    bool totalled = false;
};

/// Reads a table row by row; the sums belong to the area of the questions above them.
class TableReading {
public:
    TableReading(const Table& table, const rules::Knowledge& knowledge, audit::Evidence& evidence)
        : table_(table), knowledge_(knowledge), evidence_(evidence),
          columns_(columns_of(table, knowledge.rules)) {}

    std::map<int, TableArea> areas() {
        for (std::size_t r = table_.has_head ? 1 : 0; r < table_.rows.size(); ++r)
            take(table_.rows[r]);
        if (table_.has_head && !areas_.empty()) {
            const auto title = text::trimmed(table_.rows.front()[1].text);
            if (!title.empty()) areas_.begin()->second.area.table_title = std::string(title);
        }
        return std::move(areas_);
    }

private:
    void take(const Row& row) {
        const auto number = text::question_number(row[0].text);
        if (!number.empty()) {
            current_ = number.front() - '0';
            auto& area = areas_[current_].area;
            area.number = current_;
            const bool known = std::any_of(area.questions.begin(), area.questions.end(),
                                           [&](const Question& q) { return q.number == number; });
            if (known) return;
            auto& question = area.questions.emplace_back(
                Question{number, std::string(text::trimmed(row[1].text)), score_of(row, columns_)});
            note_unsure(row, question_cell(number, CellField::whole), question.score);
        } else if (has_figures(row)) {
            take_sums(row);
        }
    }

    /// A row of figures without a number: the sums of the questions above, or, if its text is the title of
    /// another area, of those below.
    void take_sums(const Row& row) {
        const int titled = row[1].text.empty() ? 0 : knowledge_.editions.area_of_title(row[1].text);
        const int number = titled != 0 ? titled : current_;
        if (number == 0) return;
        auto& entry = areas_[number];
        entry.area.number = number;
        if (entry.totalled) return;
        if (titled != 0) entry.area.table_title = row[1].text;
        entry.area.total = score_of(row, columns_);
        note_unsure(row, total_cell(number, CellField::whole), entry.area.total);
        entry.totalled = true;
    }

    void note_unsure(const Row& row, Cell figure, Score& score) {
        const auto note = [&](std::size_t column, CellField field) {
            figure.field = field;
            if (column < row.size())
                note_if_unsure(row[column], figure, {score.doubtful, score.candidates}, evidence_);
        };
        note(columns_.points, CellField::points);
        note(columns_.max, CellField::max);
        note(columns_.percent, CellField::percent);
    }

    const Table& table_;
    const rules::Knowledge& knowledge_;
    audit::Evidence& evidence_;
    Columns columns_;
    std::map<int, TableArea> areas_;
    int current_ = 0;
};

bool is_score_table(const Table& table) {
    if (table.figures < 2) return false;
    const auto numbered = std::count_if(table.rows.begin(), table.rows.end(), [](const Row& row) {
        return !text::question_number(row[0].text).empty();
    });
    return numbered >= 2;
}

bool same_figures(const Area& a, const Area& b) {
    const auto same = [](const Score& x, const Score& y) {
        return x.points == y.points && x.max == y.max && x.percent == y.percent;
    };
    return a.questions.size() == b.questions.size() && same(a.total, b.total) &&
           std::equal(a.questions.begin(), a.questions.end(), b.questions.begin(),
                      [&](const Question& x, const Question& y) {
                          return x.number == y.number && same(x.score, y.score);
                      });
}

void merge(Area& area, const Area& table, Troubles& troubles) {
    if (area.questions.empty()) {
        area.number = table.number;
        area.table_title = table.table_title;
        area.questions = table.questions;
        area.total = table.total;
        return;
    }
    if (same_figures(area, table)) return;
    Trouble trouble;
    trouble.code = "second-score-table";
    trouble.message = "area " + std::to_string(area.number) +
                      " has two score tables that differ; the first is taken, its figures want a look";
    if (!table.total.places.empty()) trouble.place = table.total.places.front();
    troubles.push_back(std::move(trouble));
    for (auto* score : {&area.total})
        score->doubtful = {"points", "max", "percent"};
}

} // namespace

void extract_score_tables(const Blocks& blocks, const rules::Knowledge& knowledge, std::map<int, Area>& areas,
                          Troubles& troubles, audit::Evidence& evidence) {
    for (const auto& block : blocks) {
        if (block.kind != BlockKind::table || !is_score_table(block.table)) continue;
        for (const auto& [number, entry] : TableReading(block.table, knowledge, evidence).areas()) {
            if (entry.area.questions.empty()) continue;
            merge(areas[number], entry.area, troubles);
        }
    }
}

} // namespace kompass
