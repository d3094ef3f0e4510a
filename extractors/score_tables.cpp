#include "extractors/score_tables.h"

#include "extractors/readings.h"
#include "extractors/score_columns.h"
#include "model/figure_row.h"
#include "model/instrument.h"
#include "model/printed_tokens.h"
#include "text/likeness.h"
#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace kompass {

namespace {

std::optional<int> value_at(const TableRow& row, std::size_t column) {
    if (column >= row.size()) return std::nullopt;
    const auto figure = printed::figure(row[column].text);
    return figure ? std::optional(figure->value) : std::nullopt;
}

void mark_doubtful(Score& score, const ScoreColumns& columns) {
    const auto missing = [&](const std::optional<int>& value, std::size_t column, const char* field) {
        if (!value && column != ScoreColumns::kNone) score.doubtful.emplace_back(field);
    };
    missing(score.points, columns.points, "points");
    missing(score.max, columns.max, "max");
    missing(score.percent, columns.percent, "percent");
    const bool above_max = score.points && score.max && *score.points > *score.max;
    if (above_max) score.doubtful.insert(score.doubtful.end(), {"points", "max"});
    if (score.percent && *score.percent > most_percent) score.doubtful.emplace_back("percent");
    // Which column is which was not to be told: each figure may be another.
    if (!columns.certain) score.doubtful = {"points", "max", "percent"};
}

Score score_of(const TableRow& row, const ScoreColumns& columns) {
    Score score;
    score.points = value_at(row, columns.points);
    score.max = value_at(row, columns.max);
    score.percent = value_at(row, columns.percent);
    for (const auto& figure : FigureRow(row).figures())
        for (const auto& place : figure.places)
            add_place(score.places, place);
    mark_doubtful(score, columns);
    return score;
}

bool has_figures(const TableRow& row) {
    const auto figures = FigureRow(row).figures();
    return std::any_of(figures.begin(), figures.end(),
                       [](const TableCell& cell) { return !cell.text.empty(); });
}

/// Titles and the word for sums stand among the questions, or as the only text of their row.
const std::string& title_of(const FigureRow& row) {
    return row.wording().text.empty() ? row.label().text : row.wording().text;
}

/// What one table says of one area.
struct TableArea {
    Area area;
    bool totalled = false;
};

bool is_sum(const TableRow& row, const rules::RuleSet& rules) {
    const auto label = text::trimmed(title_of(FigureRow(row)));
    return label.empty() || rules.matches("score_sum", label);
}

/// The number within its area ("4.2": 2) of the known question that the text is, 0 if it is none of the area.
int place_of_question(std::string_view text, int area, const rules::Knowledge& knowledge) {
    constexpr double same_wording = 0.85;
    double best = same_wording;
    int place = 0;
    for (const auto& edition : knowledge.editions.all())
        for (const auto& known : edition.areas) {
            if (known.number != area) continue;
            for (const auto& question : known.questions)
                for (const auto& wording : question.wordings) {
                    const double alike = text::likeness(text, wording);
                    if (alike <= best) continue;
                    best = alike;
                    place = std::stoi(question.number.substr(2));
                }
        }
    return place;
}

/// The area most of whose questions these are, 0 if fewer than two are known.
int area_of_questions(const std::vector<const TableRow*>& rows, const rules::Knowledge& knowledge) {
    int most = 1;
    int found = 0;
    for (int area = 1; area <= area_count; ++area) {
        const auto known = static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const TableRow* row) {
            return place_of_question(FigureRow(*row).wording().text, area, knowledge) != 0;
        }));
        if (known > most) {
            most = known;
            found = area;
        }
    }
    return found;
}

/// Reads a table row by row; the sums belong to the area of the questions above them.
class TableReading {
public:
    TableReading(const Table& table, const ScoreColumns& columns, const rules::Knowledge& knowledge,
                 audit::Evidence& evidence)
        : table_(table), knowledge_(knowledge), evidence_(evidence), columns_(columns) {}

    std::map<int, TableArea> areas() {
        for (std::size_t r = table_.has_head ? 1 : 0; r < table_.rows.size(); ++r)
            take(table_.rows[r]);
        place_waiting();
        if (table_.has_head && !areas_.empty()) {
            const auto title = text::trimmed(FigureRow(table_.rows.front()).wording().text);
            if (!title.empty()) areas_.begin()->second.area.table_title = std::string(title);
        }
        return std::move(areas_);
    }

private:
    void take(const TableRow& row) {
        const auto number = printed::question_number(FigureRow(row).label().text);
        if (!number.empty()) {
            current_ = number.front() - '0';
            add_question(number, row);
        } else if (!has_figures(row)) {
            take_title(row);
        } else if (is_sum(row, knowledge_.rules) || titled_area(row) != 0) {
            place_waiting();
            take_sums(row);
        } else if (numbered_) {
            take_sums(row);
        } else {
            waiting_.push_back(&row);
        }
    }

    void add_question(const std::string& number, const TableRow& row) {
        numbered_ = true;
        auto& area = areas_[current_].area;
        area.number = current_;
        const bool known = std::any_of(area.questions.begin(), area.questions.end(),
                                       [&](const Question& q) { return q.number == number; });
        if (known) return;
        auto& question = area.questions.emplace_back(Question{
            number, std::string(text::trimmed(FigureRow(row).wording().text)), score_of(row, columns_)});
        note_unsure(row, question_cell(number, CellField::whole), question.score);
    }

    [[nodiscard]] int titled_area(const TableRow& row) const {
        const auto& title = title_of(FigureRow(row));
        return title.empty() ? 0 : knowledge_.editions.area_of_title(title);
    }

    /// A row without figures that names the area of the rows below.
    void take_title(const TableRow& row) {
        const int titled = titled_area(row);
        if (titled == 0) return;
        place_waiting();
        above_ = titled;
    }

    /// Gives the rows without numbers theirs: by their wordings, or by their place among those of the area.
    void place_waiting() {
        if (waiting_.empty()) return;
        const auto rows = std::exchange(waiting_, {});
        const int told = area_of_questions(rows, knowledge_);
        current_ = told != 0 ? told : above_;
        if (current_ == 0) return;
        int place = 0;
        for (const auto* row : rows) {
            const int known = place_of_question(FigureRow(*row).wording().text, current_, knowledge_);
            place = known > place ? known : place + 1;
            add_question(std::to_string(current_) + "." + std::to_string(place), *row);
        }
        numbered_ = false;
    }

    /// A row of figures without a number: the sums of the questions above, or, if its text is the title of
    /// another area, of those below.
    void take_sums(const TableRow& row) {
        const int titled = titled_area(row);
        const int number = titled != 0 ? titled : current_;
        if (number == 0) return;
        auto& entry = areas_[number];
        entry.area.number = number;
        if (entry.totalled) return;
        if (titled != 0) entry.area.table_title = FigureRow(row).wording().text;
        entry.area.total = score_of(row, columns_);
        note_unsure(row, total_cell(number, CellField::whole), entry.area.total);
        entry.totalled = true;
    }

    void note_unsure(const TableRow& row, Cell figure, Score& score) {
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
    ScoreColumns columns_;
    std::map<int, TableArea> areas_;
    std::vector<const TableRow*> waiting_; ///< rows of figures that bear no number
    int above_ = 0;                        ///< the area that a title or heading above names
    int current_ = 0;
    bool numbered_ = false; ///< the questions are numbered
};

/// Rows are numbered as questions are, or two at least read like questions that are known.
bool is_score_table(const Table& table, const rules::Knowledge& knowledge) {
    if (table.figures < 2) return false;
    const auto numbered = std::count_if(table.rows.begin(), table.rows.end(), [](const TableRow& row) {
        return !printed::question_number(FigureRow(row).label().text).empty();
    });
    if (numbered >= 2) return true;
    std::vector<const TableRow*> rows;
    for (const auto& cells : table.rows) {
        const FigureRow row(cells);
        if (row.label().text.empty() && !row.wording().text.empty() && has_figures(cells))
            rows.push_back(&cells);
    }
    return area_of_questions(rows, knowledge) != 0;
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

bool is_empty(const Score& score) {
    return !score.points && !score.max && !score.percent;
}

/// A table that another page goes on with: none of its questions was seen, and one of both has the sums.
bool go_together(Area& area, const Area& more) {
    const auto seen = [&](const Question& question) {
        return std::any_of(area.questions.begin(), area.questions.end(),
                           [&](const Question& q) { return q.number == question.number; });
    };
    if (std::any_of(more.questions.begin(), more.questions.end(), seen)) return false;
    if (!is_empty(area.total) && !is_empty(more.total)) return false;
    area.questions.insert(area.questions.end(), more.questions.begin(), more.questions.end());
    if (is_empty(area.total)) area.total = more.total;
    return true;
}

void merge(Area& area, const Area& table, Troubles& troubles) {
    if (area.questions.empty()) {
        area.number = table.number;
        area.table_title = table.table_title;
        area.questions = table.questions;
        area.total = table.total;
        return;
    }
    if (same_figures(area, table) || go_together(area, table)) return;
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
    std::vector<Table> tables;
    for (const auto& block : blocks) {
        if (block.kind != BlockKind::table || block.table.figures == 0) continue;
        auto table = with_single_figures(block.table);
        if (is_score_table(table, knowledge)) tables.push_back(std::move(table));
    }
    const auto columns = score_columns(tables, knowledge.rules);
    for (std::size_t t = 0; t < tables.size(); ++t)
        for (const auto& [number, entry] : TableReading(tables[t], columns[t], knowledge, evidence).areas())
            if (!entry.area.questions.empty()) merge(areas[number], entry.area, troubles);
}

} // namespace kompass
