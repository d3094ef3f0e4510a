#include "enquiry/cell_states.h"

#include "archive/cells.h"
#include "model/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace kompass::enquiry {

using archive::Connection;
using archive::Row;

namespace {

constexpr auto facts_in_effect = R"sql(
SELECT f.field AS cell, CASE WHEN f.state = 'sound' AND f.report_id <> e.report_id THEN 'from another file'
                        ELSE f.state END AS state
FROM evaluation e JOIN fact f ON f.evaluation_id = e.id WHERE e.report_id = ?
)sql";

CellField list_named(const std::string& kind) {
    if (kind == "strength") return CellField::strengths;
    return kind == "improvement" ? CellField::improvements : CellField::weaknesses;
}

/// A text of a list, or the list: what is in doubt of a list, and not decided, is so as a whole.
Cell cell_of_finding(const Row& row, bool decided) {
    const auto kind = row.text("kind");
    if (!decided) return area_cell(row.integer("area"), list_named(kind));
    const auto field = kind == "strength"      ? CellField::strength
                       : kind == "improvement" ? CellField::improvement
                                               : CellField::weakness;
    return area_cell(row.integer("area"), field, row.integer("position"));
}

} // namespace

std::string state_with_file(std::string_view column, std::string_view also) {
    return fmt::format(
        "CASE WHEN {0} = 'sound'{1}{2} AND document <> (SELECT sha256 FROM report q JOIN source p "
        "ON p.id = q.source_id WHERE q.id = report) THEN 'from another file' ELSE {0} END",
        column, also.empty() ? "" : " AND ", also);
}

void CellStates::add(const Cell& cell, const std::optional<State>& state) {
    if (!state) return;
    const auto [place, is_new] = states_.try_emplace(cell, *state);
    if (!is_new) place->second = std::max(place->second, *state);
}

std::optional<archive::State> CellStates::of(const Cell& cell) const {
    const auto found = states_.find(cell);
    return found == states_.end() ? std::nullopt : std::optional(found->second);
}

CellStates cell_states(const Connection& connection, std::int64_t report) {
    CellStates states;
    const auto figures_in_effect =
        "SELECT cell, " + state_with_file("state") + " AS state FROM figures WHERE report = ?";
    for (const auto& statement : {figures_in_effect, std::string(facts_in_effect)})
        connection.each(statement, {report}, [&](const Row& row) {
            if (const auto cell = cell_from(row.text("cell")))
                states.add(*cell, archive::state_from(row.text("state")));
        });
    connection.each("SELECT area, title_state AS state FROM area_totals WHERE report = ?", {report},
                    [&](const Row& row) {
                        states.add(area_cell(row.integer("area"), CellField::title),
                                   archive::state_from(row.text("state")));
                    });
    connection.each("SELECT question, text_state AS state FROM scores WHERE report = ?", {report},
                    [&](const Row& row) {
                        states.add(question_cell(row.text("question"), CellField::text),
                                   archive::state_from(row.text("state")));
                    });
    connection.each("SELECT area, kind, position, state FROM findings WHERE report = ?", {report},
                    [&](const Row& row) {
                        const auto state = archive::state_from(row.text("state"));
                        states.add(cell_of_finding(row, state == archive::State::decided), state);
                    });
    connection.each("SELECT scoring, edition_state AS state FROM other_grand_totals WHERE report = ?",
                    {report}, [&](const Row& row) {
                        states.add(of_scoring(row.integer("scoring"), report_cell(CellField::edition)),
                                   archive::state_from(row.text("state")));
                    });
    connection.each("SELECT area, position, state FROM role_models WHERE report = ?", {report},
                    [&](const Row& row) {
                        const auto state = archive::state_from(row.text("state"));
                        const int area = row.integer("area");
                        states.add(state == archive::State::decided
                                       ? area_cell(area, CellField::role_model, row.integer("position"))
                                       : area_cell(area, CellField::role_models),
                                   state);
                    });
    connection.each("SELECT position, state FROM evaluators WHERE report = ? AND state = 'decided'", {report},
                    [&](const Row& row) {
                        states.add(report_cell(CellField::evaluator, row.integer("position")),
                                   archive::state_from(row.text("state")));
                    });
    return states;
}

std::optional<archive::State> edition_state(const Connection& connection, std::int64_t report) {
    const auto states =
        connection.texts("SELECT f.state FROM evaluation e JOIN fact f ON f.evaluation_id = e.id "
                         "WHERE e.report_id = ? AND f.field = 'edition'",
                         {report});
    return states.empty() ? std::nullopt : archive::state_from(states.front());
}

std::map<Cell, std::string> settled_figures(const Connection& connection, std::int64_t report) {
    std::map<Cell, std::string> settled;
    connection.each("SELECT x.cell, x.value, x.why FROM settled_figure x "
                    "JOIN evaluation e ON e.id = x.evaluation_id WHERE e.report_id = ?",
                    {report}, [&](const Row& row) {
                        settled.emplace(archive::stored_cell(row.text("cell")),
                                        row.text("value") + ": " + row.text("why"));
                    });
    return settled;
}

CellStates cell_states(const archive::Effective& effective) {
    CellStates states;
    const archive::FigureStates of_figures(effective);
    auto record = effective.record;
    for (const auto& figure : figures(record))
        states.add(figure.cell, of_figures.of(figure.cell));
    for (const auto field : {CellField::municipality, CellField::year, CellField::month, CellField::ordinal,
                             CellField::interviewees, CellField::document_date, CellField::edition})
        states.add(report_cell(field), archive::state_of_fact(effective, field));
    return states;
}

} // namespace kompass::enquiry
