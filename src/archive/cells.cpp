#include "archive/cells.h"

#include "model/figures.h"
#include "model/instrument.h"

#include <fmt/format.h>

#include <cstddef>
#include <initializer_list>

namespace kompass::archive {
namespace {

constexpr std::initializer_list<CellField> figures_of_a_row{CellField::points, CellField::max,
                                                            CellField::percent};

Value null_if_zero(int number) {
    return number == 0 ? Value(std::nullopt) : Value(number);
}

void name_question(Connection& connection, const std::string& number) {
    for (const auto field : figures_of_a_row)
        name_cell(connection, question_cell(number, field));
    name_cell(connection, question_cell(number, CellField::text));
}

void name_area(Connection& connection, int area) {
    for (const auto field : figures_of_a_row)
        name_cell(connection, total_cell(area, field));
    name_cell(connection, area_cell(area, CellField::box_points));
    name_cell(connection, area_cell(area, CellField::title));
}

void name_history(Connection& connection, int year) {
    for (int area = 0; area <= area_count; ++area)
        name_cell(connection, history_cell(year, area));
}

void name_findings(Connection& connection, int area, CellField kind, std::size_t count) {
    for (std::size_t i = 1; i <= count; ++i)
        name_cell(connection, area_cell(area, kind, static_cast<int>(i)));
}

void name_scoring(Connection& connection, int number, const Scoring& scoring) {
    auto copy = scoring;
    for (const auto& figure : figures(copy, number))
        name_cell(connection, figure.cell);
    name_cell(connection, of_scoring(number, report_cell(CellField::edition)));
    for (const auto& area : scoring.areas) {
        name_cell(connection, of_scoring(number, area_cell(area.number, CellField::title)));
        for (const auto& question : area.questions)
            name_cell(connection, of_scoring(number, question_cell(question.number, CellField::text)));
    }
}

std::vector<int> numbers(const Connection& connection, const std::string& column, const std::string& table) {
    std::vector<int> found;
    connection.each("SELECT DISTINCT " + column + " FROM " + table, {},
                    [&](const Row& row) { found.push_back(row.integer(column)); });
    return found;
}

} // namespace

void name_cell(Connection& connection, const Cell& cell) {
    const std::string field = name_of(cell.field);
    std::string columns = "name, kind, year, area, question, field, position, whole, short_name, note";
    std::string marks = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
    Values values{name_of(cell),
                  name_of(cell.kind),
                  null_if_zero(cell.year),
                  null_if_zero(cell.area),
                  null_if_empty(question_number_of(cell)),
                  null_if_empty(field),
                  null_if_zero(cell.position),
                  name_of(cell.whole()),
                  short_name_of(cell),
                  note_of(cell)};
    if (cell.scoring != 0) { // an archive that is being brought up to date may not yet have the column
        columns += ", scoring";
        marks += ", ?";
        values.emplace_back(cell.scoring);
    }
    connection.run("INSERT INTO cell (" + columns + ") VALUES (" + marks + ") ON CONFLICT DO NOTHING",
                   values);
}

void name_cells(Connection& connection, const Record& record) {
    for (const auto& area : record.areas) {
        name_area(connection, area.number);
        for (const auto& question : area.questions)
            name_question(connection, question.number);
        name_findings(connection, area.number, CellField::strength, area.strengths.size());
        name_findings(connection, area.number, CellField::improvement, area.improvements.size());
        name_findings(connection, area.number, CellField::weakness, area.weaknesses.size());
        name_findings(connection, area.number, CellField::role_model, area.role_models.size());
    }
    for (std::size_t i = 1; i <= record.evaluators.size(); ++i)
        name_cell(connection, report_cell(CellField::evaluator, static_cast<int>(i)));
    for (const auto& column : record.history)
        name_history(connection, column.year);
    for (std::size_t i = 0; i < record.scorings.size(); ++i)
        name_scoring(connection, number_of_scoring(i), record.scorings[i]);
    for (const auto& finding : record.findings_of_audit)
        name_cell(connection, finding.cell);
    for (const auto& one : record.provenance)
        name_cell(connection, one.of);
}

void name_all_cells(Connection& connection) {
    for (const int area : numbers(connection, "area", "area_score"))
        name_area(connection, area);
    for (const auto& number : connection.texts("SELECT DISTINCT number FROM question_score"))
        if (is_question_number(number)) name_question(connection, number);
    for (const int year : numbers(connection, "year", "history_column"))
        name_history(connection, year);
    for (const auto& [kind, field] :
         {std::pair{"strength", CellField::strength}, std::pair{"improvement", CellField::improvement},
          std::pair{"weakness", CellField::weakness}})
        for (int area = 1; area <= area_count; ++area) {
            const auto most = connection.number("SELECT max(f.position) FROM finding f JOIN area_score a "
                                                "ON a.id = area_score_id WHERE area = ? AND kind = ?",
                                                {area, kind});
            name_findings(connection, area, field, static_cast<std::size_t>(most.value_or(0)));
        }
    for (const auto& name :
         connection.texts("SELECT cell FROM correction UNION SELECT cell FROM audit_finding"))
        if (const auto cell = cell_from(name)) name_cell(connection, *cell);
}

Cell stored_cell(const std::string& name) {
    const auto cell = cell_from(name);
    if (!cell)
        throw ArchiveError(fmt::format("the archive names a cell '{}', and no cell is called so", name));
    return *cell;
}

std::vector<std::string> faults_of_cells(const Connection& connection) {
    std::vector<std::string> faults;
    connection.each("SELECT name, kind, scoring, year, area, question, field, position, whole, short_name, "
                    "note FROM cell",
                    {}, [&](const Row& row) {
                        const auto cell = cell_from(row.text("name"));
                        const bool sound = cell && row.text("kind") == name_of(cell->kind) &&
                                           row.optional_integer("scoring").value_or(0) == cell->scoring &&
                                           row.optional_integer("year").value_or(0) == cell->year &&
                                           row.optional_integer("area").value_or(0) == cell->area &&
                                           row.text("question") == question_number_of(*cell) &&
                                           row.text("field") == name_of(cell->field) &&
                                           row.optional_integer("position").value_or(0) == cell->position &&
                                           row.text("whole") == name_of(cell->whole()) &&
                                           row.text("short_name") == short_name_of(*cell) &&
                                           row.text("note") == note_of(*cell);
                        if (!sound)
                            faults.push_back(
                                fmt::format("the cell '{}' is another by name", row.text("name")));
                    });
    return faults;
}

} // namespace kompass::archive
