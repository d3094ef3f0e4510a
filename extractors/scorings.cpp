#include "extractors/scorings.h"

#include "extractors/area_columns.h"
#include "extractors/area_rows.h"
#include "extractors/history.h"
#include "extractors/readings.h"
#include "extractors/score_columns.h"
#include "extractors/score_tables.h"
#include "model/figure_row.h"
#include "model/instrument.h"
#include "model/printed_tokens.h"
#include "model/record_facts.h"
#include "text/tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace kompass {
namespace {

void doubt_all(Score& score) {
    score.doubtful = {"points", "max", "percent"};
}

class ScoringReading {
public:
    ScoringReading(const Blocks& blocks, const std::optional<ScoringPart>& part,
                   const rules::Knowledge& knowledge, Record& record)
        : blocks_(blocks), part_(part), knowledge_(knowledge), record_(record) {}

    std::optional<FoundScoring> read() {
        if (part_) {
            found_.mark = part_->other;
            found_.scoring.label = part_->label;
            found_.scoring.places = part_->places;
            read_part();
        }
        for (std::size_t b = 0; b < blocks_.size(); ++b)
            if (!is_of_part(b)) read_columns(b);
        move_second_of_year();
        if (areas_.empty()) return std::nullopt;
        for (auto& [number, area] : areas_)
            found_.scoring.areas.push_back(std::move(area));
        return std::move(found_);
    }

private:
    [[nodiscard]] bool is_of_part(std::size_t block) const { return part_ && part_->blocks[block]; }

    /// The chapters and tables that are of nothing else.
    void read_part() {
        const auto other = only(blocks_, part_->blocks);
        const auto spans = outline(other, knowledge_);
        (void)extract_score_tables(other, spans, knowledge_, areas_, record_.troubles, found_.evidence);
        for (const auto& span : spans)
            if (const auto area = areas_.find(span.number); area != areas_.end())
                area->second.title = span.title;
        for (auto& [number, area] : areas_) {
            area.number = number;
            if (area.title.empty()) area.title = area.table_title.value_or("");
        }
        found_.scoring.history = extract_history(other, ScoringMark::none, knowledge_, found_.evidence);
        take_own_year();
        for (std::size_t b = 0; b < other.size(); ++b)
            if (other[b].kind == BlockKind::table)
                read_other_table(other, b);
            else
                read_total_line(other[b].text, other[b].places);
    }

    /// A column of the evaluation's own year is the scoring's totals.
    void take_own_year() {
        auto& history = found_.scoring.history;
        if (history.size() < 2 && !areas_.empty()) return;
        const auto own = std::find_if(history.begin(), history.end(), [&](const HistoryColumn& column) {
            return record_.year && column.year == *record_.year;
        });
        if (own == history.end() || !areas_.empty()) return;
        for (std::size_t i = 0; i < own->areas.size(); ++i) {
            if (!own->areas[i]) continue;
            auto& area = areas_[static_cast<int>(i) + 1];
            area.number = static_cast<int>(i) + 1;
            area.total.points = own->areas[i];
            area.total.places = own->places;
        }
        found_.scoring.total.points = own->total;
        found_.scoring.total.places = own->places;
        history.erase(own);
    }

    /// Of a table of areas the totals; of a score table the row of all areas together, if it ends with one.
    void read_other_table(const Blocks& other, std::size_t block) {
        for (const auto& listed : listed_areas(other[block].table, knowledge_)) {
            Score score;
            score.points = listed.points;
            score.places = other[block].places;
            if (listed.number == 0)
                found_.scoring.total = std::move(score);
            else
                take_total(listed.number, listed.title, std::move(score));
        }
        if (other[block].table.figures == 0) {
            for (const auto& row : other[block].table.rows) {
                std::string line;
                for (const auto& cell : row)
                    line += cell.text + " ";
                read_total_line(line, other[block].places);
            }
            return;
        }
        const auto columns = area_columns(other, block, knowledge_);
        const bool of_years = std::any_of(columns.begin(), columns.end(),
                                          [](const AreaColumn& column) { return column.year.has_value(); });
        const auto singles = with_single_figures(other[block].table);
        if (singles.figures == 0) return;
        const auto is = score_columns({singles}, knowledge_.rules).front();
        for (std::size_t r = singles.has_head ? 1 : 0; r < singles.rows.size(); ++r) {
            const auto& row = singles.rows[r];
            const auto area = area_of_row(row, knowledge_);
            if (area == 0 && !of_years) take_grand_total(row, is);
            if (!columns.empty() && !of_years && area && *area > 0) take_area(row, *area, is);
        }
    }

    [[nodiscard]] std::optional<Decimal> value(const TableRow& row, std::size_t column) const {
        if (column >= row.size()) return std::nullopt;
        const auto figure = printed::figure(text::trimmed(row[column].text));
        return figure ? std::optional(figure->value) : std::nullopt;
    }

    Score score_in(const TableRow& row, const ScoreColumns& columns, Cell cell) {
        // Where there is one column of figures it is points.
        const auto points = columns.points != ScoreColumns::kNone ? columns.points : FigureRow::first_figure;
        Score score;
        score.points = value(row, points);
        score.max = value(row, columns.max);
        score.percent = value(row, columns.percent);
        if (!columns.certain) doubt_all(score);
        if (!score.points) add_doubt(score.doubtful, "points");
        for (const auto& figure : FigureRow(row).figures())
            for (const auto& place : figure.places)
                add_place(score.places, place);
        for (const auto& [column, field] :
             {std::pair{points, CellField::points}, std::pair{columns.max, CellField::max},
              std::pair{columns.percent, CellField::percent}}) {
            cell.field = field;
            if (column < row.size())
                note_if_unsure(row[column], cell, {score.doubtful, score.candidates}, found_.evidence);
        }
        return score;
    }

    /// "Totalt 412,5 800 52%" as a line of its own.
    void read_total_line(const std::string& line, const Places& places) {
        const auto words = text::tokens(line);
        std::size_t figures = 0;
        while (figures < words.size() && printed::figure(words[words.size() - 1 - figures]))
            ++figures;
        constexpr std::size_t most_figures = 3; // points, maximum, percentage
        if (figures == 0 || figures > most_figures || figures == words.size()) return;
        auto row = empty_figure_row(figures);
        const FigureRowToFill cells(row);
        cells.wording().text = text::with_blanks(words, 0, words.size() - figures);
        for (std::size_t i = 0; i < figures; ++i)
            cells.figures()[i] = {words[words.size() - figures + i], {}, places, {}};
        if (area_of_row(row, knowledge_) != 0) return;
        Table table;
        table.figures = static_cast<int>(figures);
        table.rows.push_back(row);
        take_grand_total(row, score_columns({table}, knowledge_.rules).front());
    }

    /// More than one area can have, with or without what all can.
    void take_grand_total(const TableRow& row, const ScoreColumns& columns) {
        if (found_.scoring.total.points) return;
        auto score = score_in(row, columns, grand_total_cell(CellField::whole));
        if (!score.points || *score.points <= points_an_area) return;
        found_.scoring.total = std::move(score);
    }

    void take_area(const TableRow& row, int number, const ScoreColumns& columns) {
        take_total(number, title_in_row(row), score_in(row, columns, total_cell(number, CellField::whole)));
    }

    /// Beside a score table the totals of another table bear witness.
    void take_total(int number, const std::string& title, Score total) {
        auto& area = areas_[number];
        area.number = number;
        if (area.title.empty()) area.title = title;
        if (!area.total.points) {
            area.total = std::move(total);
            return;
        }
        if (!total.points || total.points == area.total.points) return;
        remark(fmt::format("area {} of the other scoring has {} points in its score table and {} in "
                           "a table of all areas",
                           number, *area.total.points, *total.points),
               total.places);
        add_doubt(area.total.doubtful, "points");
        area.total.candidates["points"] = {*area.total.points, *total.points};
    }

    void remark(std::string message, const Places& places) {
        Trouble trouble;
        trouble.code = "other-scoring-differs";
        trouble.message = std::move(message) + "; it wants a look";
        trouble.file = record_.file;
        if (!places.empty()) trouble.place = places.front();
        record_.troubles.push_back(std::move(trouble));
    }

    /// A table of areas with a column for each model.
    void read_columns(std::size_t block) {
        auto columns = area_columns(blocks_, block, knowledge_);
        std::erase_if(columns, [](const AreaColumn& column) { return column.mark == ScoringMark::none; });
        if (columns.empty()) return;
        const auto matches = [&](ScoringMark mark) {
            int most = -1; // no such column
            for (const auto& column : columns)
                if (column.mark == mark && is_of_own_year(column))
                    most = std::max(most, column.matches(record_.areas));
            return most;
        };
        const int former = matches(ScoringMark::former);
        const int revised = matches(ScoringMark::revised);
        const auto other = former > revised && former >= area_count / 2 && revised >= 0 ? ScoringMark::revised
                                                                                        : ScoringMark::former;
        const int own = other == ScoringMark::former ? revised : former;
        // Heads may stand over the wrong columns: then neither holds what the score tables do.
        const bool sure = own < 0 || 2 * own >= count_totals();
        if (found_.mark == ScoringMark::none) found_.mark = other;
        if (!sure)
            remark("no column of the table of both models holds the report's own points, so that the "
                   "columns may be the other way round",
                   blocks_[block].places);
        for (const auto& column : columns)
            if (column.mark == found_.mark) take_column(block, column, sure);
        if (found_.scoring.places.empty()) found_.scoring.places = blocks_[block].places;
    }

    [[nodiscard]] bool is_of_own_year(const AreaColumn& column) const {
        return !column.year || !record_.year || column.year == record_.year;
    }

    [[nodiscard]] int count_totals() const {
        return static_cast<int>(
            std::count_if(record_.areas.begin(), record_.areas.end(),
                          [](const Area& area) { return area.total.points.has_value(); }));
    }

    [[nodiscard]] Score score_of(const AreaColumn& column, int area, bool sure) {
        Score score;
        const auto* cell = column.cell(area);
        if (cell == nullptr) return score;
        score.points = column.points(area);
        score.places = cell->places;
        if (!score.points || !sure) add_doubt(score.doubtful, "points");
        const auto name =
            area == 0 ? grand_total_cell(CellField::points) : total_cell(area, CellField::points);
        note_if_unsure(*cell, name, {score.doubtful, score.candidates}, found_.evidence);
        return score;
    }

    void take_column(std::size_t block, const AreaColumn& column, bool sure) {
        if (found_.scoring.label.empty() && blocks_[block].table.has_head)
            found_.scoring.label =
                std::string(text::trimmed(blocks_[block].table.rows.front()[column.column].text));
        if (!is_of_own_year(column)) {
            take_past(column, sure);
            return;
        }
        for (int area = 1; area <= area_count; ++area)
            if (const auto* cell = column.cell(area); cell != nullptr && !cell->text.empty())
                take_total(area, title_in_row(*column.rows.at(static_cast<std::size_t>(area))),
                           score_of(column, area, sure));
        auto total = score_of(column, 0, sure);
        if (!found_.scoring.total.points && total.points) found_.scoring.total = std::move(total);
    }

    void take_past(const AreaColumn& column, bool sure) {
        HistoryColumn past;
        past.year = *column.year;
        for (int area = 0; area <= area_count; ++area) {
            const auto score = score_of(column, area, sure);
            if (area == 0)
                past.total = score.points;
            else
                past.areas.push_back(score.points);
            if (!sure) past.doubtful.push_back(note_of(history_cell(past.year, area)));
            for (const auto& place : score.places)
                add_place(past.places, place);
        }
        found_.scoring.history.push_back(std::move(past));
    }

    /// A year twice in the report's history, and nothing says why: what are not the report's own points is of
    /// another scoring, and a person should look.
    void move_second_of_year() {
        auto& history = record_.history;
        const auto is_own_year = [&](const HistoryColumn& column) {
            return record_.year && column.year == *record_.year;
        };
        if (std::count_if(history.begin(), history.end(), is_own_year) < 2 || !areas_.empty()) return;
        const auto differs = [&](const HistoryColumn& column) {
            return is_own_year(column) &&
                   std::any_of(record_.areas.begin(), record_.areas.end(), [&](const Area& area) {
                       const auto at = static_cast<std::size_t>(area.number) - 1;
                       return area.total.points && at < column.areas.size() && column.areas[at] &&
                              *column.areas[at] != *area.total.points;
                   });
        };
        const auto other = std::find_if(history.begin(), history.end(), differs);
        if (other == history.end()) return;
        for (std::size_t i = 0; i < other->areas.size(); ++i) {
            const int number = static_cast<int>(i) + 1;
            auto& area = areas_[number];
            area.number = number;
            area.total.points = other->areas[i];
            area.total.places = other->places;
            area.total.doubtful = {"points"};
        }
        found_.scoring.total.points = other->total;
        found_.scoring.total.doubtful = {"points"};
        found_.scoring.places = other->places;
        remark(fmt::format("the table of earlier evaluations has {} twice, and nothing says by which model",
                           other->year),
               other->places);
        history.erase(other);
    }

    const Blocks& blocks_;
    const std::optional<ScoringPart>& part_;
    const rules::Knowledge& knowledge_;
    Record& record_;
    FoundScoring found_;
    std::map<int, Area> areas_;
};

} // namespace

std::optional<FoundScoring> extract_scoring(const Blocks& blocks, const std::optional<ScoringPart>& part,
                                            const rules::Knowledge& knowledge, Record& record) {
    return ScoringReading(blocks, part, knowledge, record).read();
}

} // namespace kompass
