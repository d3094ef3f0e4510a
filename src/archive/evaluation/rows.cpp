#include "archive/evaluation/rows.h"

#include "archive/evaluation/finding_figures.h"
#include "archive/evaluation/states.h"
#include "model/cell_value.h"
#include "model/instrument.h"
#include "model/record_facts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace kompass::archive {
namespace {

using Id = std::int64_t;

/// In a row, or NULL.
Value value_of(const std::optional<State>& state) {
    return state ? Value(name_of(*state)) : Value(std::nullopt);
}

Value least_of(const std::optional<Bounds>& bounds) {
    return bounds ? Value(bounds->from) : Value(std::nullopt);
}

Value most_of(const std::optional<Bounds>& bounds) {
    return bounds ? Value(bounds->to) : Value(std::nullopt);
}

/// What is sound and not the preferred document's says so.
std::optional<State> beside(bool another_file, const std::optional<State>& state) {
    return foremost({state, another_file && state ? std::optional(State::from_another_file) : std::nullopt});
}

/// The row of a document's report, and its definition in the evaluation's edition.
struct DefinedRow {
    Id id = 0;
    Value question{std::nullopt}, area{std::nullopt}, edition{std::nullopt};
};

/// Finds the ids of what documents say. A document that was taken for one of another edition than the
/// evaluation's tells no definitions.
class Ids {
public:
    Ids(const Connection& connection, std::string edition)
        : connection_(connection), edition_(std::move(edition)) {}

    [[nodiscard]] DefinedRow area(const Witness& witness, int number) const {
        DefinedRow row;
        connection_.each(
            "SELECT x.id, d.id AS area, d.edition FROM area_score x "
            "LEFT JOIN area d ON d.id = x.area_id AND d.edition = ? WHERE x.report_id = ? AND x.area = ?",
            {edition_, witness.report, number}, [&](const Row& found) {
                row = {found.id("id"), std::nullopt, found.optional_integer("area"),
                       found.optional_text("edition")};
            });
        return row;
    }

    /// In the order of the table.
    [[nodiscard]] std::vector<DefinedRow> questions(Id area) const {
        std::vector<DefinedRow> rows;
        connection_.each("SELECT x.id, d.id AS question, d.area_id AS area, a.edition FROM question_score x "
                         "LEFT JOIN (question d JOIN area a ON a.id = d.area_id AND a.edition = ?1) "
                         "ON d.id = x.question_id WHERE x.area_score_id = ?2 ORDER BY x.position",
                         {edition_, area}, [&](const Row& found) {
                             rows.push_back({found.id("id"), found.optional_integer("question"),
                                             found.optional_integer("area"), found.optional_text("edition")});
                         });
        return rows;
    }

    /// Those of the rows that `sql` selects for the id, in its order.
    [[nodiscard]] std::vector<Id> ids(std::string_view sql, Id of) const {
        std::vector<Id> found;
        connection_.each(sql, {of}, [&](const Row& row) { found.push_back(row.id("id")); });
        return found;
    }

    [[nodiscard]] std::vector<Id> columns(const Witness& witness) const {
        std::vector<Id> ids;
        connection_.each("SELECT id FROM history_column WHERE report_id = ? ORDER BY position",
                         {witness.report}, [&](const Row& found) { ids.push_back(found.id("id")); });
        return ids;
    }

private:
    const Connection& connection_;
    std::string edition_;
};

/// The sum of what is stated of all eight areas.
std::optional<Decimal> sum_of(const std::vector<Area>& areas, std::optional<Decimal> Score::*field) {
    std::vector<std::optional<Decimal>> figures;
    figures.reserve(areas.size());
    for (const auto& area : areas)
        figures.push_back(area.total.*field);
    return points_in_all(figures);
}

class Rows {
public:
    Rows(const Connection& connection, const Composition& composition, const Effective& effective)
        : ids_(connection, effective.record.edition), composition_(composition), effective_(effective),
          states_(effective) {}

    std::vector<TableRows> all() {
        add_facts();
        for (const auto& area : effective_.record.areas)
            add_area(area, composition_.areas.at(area.number));
        add_chapters();
        add_evaluators();
        add_settled();
        add_history();
        add_scorings();
        add_checks();
        add_parts();
        return {facts_,   areas_,    questions_,    passages_,     evaluators_, settled_, settled_checks_,
                history_, scorings_, scoring_rows_, scoring_past_, checks_,     parts_};
    }

private:
    void add_facts() {
        for (const auto& [field, witness] : composition_.facts)
            add_fact(field, *witness);
        const auto& preferred = *composition_.preferred;
        std::set<CellField> stated; // by decisions alone
        for (const auto& ruling : effective_.rulings)
            if (ruling.cell && ruling.cell->kind == CellKind::report &&
                !composition_.facts.contains(fact_of(*ruling.cell)) &&
                stated.insert(fact_of(*ruling.cell)).second)
                add_fact(fact_of(*ruling.cell), preferred);
        if (composition_.key_facts != nullptr) add_fact(CellField::key_facts, *composition_.key_facts);
        if (composition_.chapters != nullptr) add_fact(CellField::chapters, *composition_.chapters);
    }

    static CellField fact_of(const Cell& cell) {
        return cell.field == CellField::evaluator ? CellField::evaluators : cell.field;
    }

    void add_fact(CellField field, const Witness& witness) {
        facts_.rows.push_back({name_of(field), name_of(state_of_fact(effective_, field)), witness.report});
    }

    [[nodiscard]] bool is_another(const Witness* witness) const { return witness != composition_.preferred; }

    void add_area(const Area& area, const AreaOrigin& origin) {
        const auto table = ids_.area(*origin.table, area.number);
        const auto box = ids_.area(*origin.box, area.number);
        const auto state = [&](CellField field) { return states_.of(total_cell(area.number, field)); };
        const auto box_state = states_.of(area_cell(area.number, CellField::box_points));
        const auto figures =
            foremost({state(CellField::points), state(CellField::max), state(CellField::percent), box_state});
        const auto title = state_of_text(area.title, area_cell(area.number, CellField::title), area.doubtful);
        const auto row =
            figures ? beside(is_another(origin.table) || is_another(origin.box), foremost({figures, title}))
                    : std::nullopt;
        areas_.rows.push_back({area.number, box.area, box.edition, area.title, area.total.points,
                               area.total.max, area.total.percent, area.box_points,
                               value_of(state(CellField::points)), value_of(state(CellField::max)),
                               value_of(state(CellField::percent)), value_of(box_state), value_of(title),
                               value_of(row), table.id, box.id});
        add_questions(area, table.id, origin.table);
        add_texts(area, "heading", area.box_headings.size(), box.id, state_of_texts(origin.box));
        add_findings(area, CellField::strength, area.strengths, PartKind::strengths, origin.strengths);
        add_findings(area, CellField::improvement, area.improvements, PartKind::improvements,
                     origin.improvements);
        add_findings(area, CellField::weakness, area.weaknesses, PartKind::weaknesses, origin.weaknesses);
        add_role_models(area, origin.role_models);
        add_texts(area, "text", area.prose.size(), ids_.area(*origin.text, area.number).id,
                  state_of_texts(origin.text));
    }

    [[nodiscard]] std::optional<State> state_of_text(const std::string& text, const Cell& cell,
                                                     const std::vector<std::string>& doubtful) const {
        if (effective_.is_decided(cell)) return State::decided;
        if (is_doubtful(doubtful, note_of(cell))) return State::doubtful;
        return text.empty() ? std::nullopt : std::optional(State::sound);
    }

    [[nodiscard]] State state_of_texts(const Witness* witness) const {
        return is_another(witness) ? State::from_another_file : State::sound;
    }

    /// Of the texts of a list, which is in doubt as a whole.
    [[nodiscard]] State state_of_list(const Area& area, PartKind part, const Witness* witness) const {
        const auto damaged = [&](const Part& one) {
            return one.area == area.number && one.kind == part && one.state == PartState::damaged;
        };
        const auto& account = effective_.record.account;
        if (is_doubtful(area.doubtful, name_of(part)) ||
            (account && std::any_of(account->parts.begin(), account->parts.end(), damaged)))
            return State::doubtful;
        return state_of_texts(witness);
    }

    void add_questions(const Area& area, Id table, const Witness* witness) {
        const auto rows = ids_.questions(table);
        int position = 0;
        for (const auto& question : area.questions) {
            const auto& row = rows.at(static_cast<std::size_t>(position));
            ++position;
            const auto state = [&](CellField field) {
                return states_.of(question_cell(question.number, field));
            };
            const auto figures =
                foremost({state(CellField::points), state(CellField::max), state(CellField::percent)});
            const auto cell = question_cell(question.number, CellField::text);
            const auto text = state_of_text(question.text, cell, {});
            const auto whole =
                figures ? beside(is_another(witness), foremost({figures, text})) : std::nullopt;
            questions_.rows.push_back({area.number, position, question.number, question.text, row.question,
                                       row.area, row.edition, question.score.points, question.score.max,
                                       question.score.percent, value_of(state(CellField::points)),
                                       value_of(state(CellField::max)), value_of(state(CellField::percent)),
                                       value_of(text), value_of(whole), row.id});
            add_passage(area.number, "question", position, question.text, cell, table,
                        state_of_texts(witness));
        }
    }

    void add_role_models(const Area& area, const Witness* witness) {
        const auto id = ids_.area(*witness, area.number).id;
        const auto state = state_of_list(area, PartKind::role_models, witness);
        int position = 0;
        for (const auto& model : area.role_models) {
            ++position;
            add_passage(area.number, "role-model", position, model.name,
                        area_cell(area.number, CellField::role_model, position), id, state, model.code,
                        name_in(*witness, area.number, position));
        }
    }

    /// A year that was decided tells another name of it than the document's record has.
    static std::optional<std::string> name_in(const Witness& witness, int number, int position) {
        const auto at = static_cast<std::size_t>(position) - 1;
        for (const auto& area : witness.record.areas)
            if (area.number == number && at < area.role_models.size()) return area.role_models[at].name;
        return std::nullopt;
    }

    void add_findings(const Area& area, CellField kind, const std::vector<Finding>& findings, PartKind part,
                      const Witness* witness) {
        const auto id = ids_.area(*witness, area.number).id;
        const auto state = state_of_list(area, part, witness);
        int position = 0;
        for (const auto& finding : findings) {
            ++position;
            add_passage(area.number, name_of(kind), position, finding.text,
                        area_cell(area.number, kind, position), id, state);
        }
    }

    /// Texts that nobody can decide: the document's, in its order.
    void add_texts(const Area& area, const char* kind, std::size_t count, Id id, State state) {
        for (std::size_t position = 1; position <= count; ++position)
            passages_.rows.push_back({area.number, std::nullopt, kind, static_cast<int>(position),
                                      std::nullopt, std::nullopt, name_of(state), id, std::nullopt});
    }

    /// What is decided not to be stated has no row.
    void add_passage(int area, const char* kind, int position, const std::string& text, const Cell& cell,
                     Id id, State state, const std::string& code = "",
                     const std::optional<std::string>& read = {}) {
        const bool is_decided = effective_.is_decided(cell);
        if (is_decided && text.empty()) return;
        const bool is_other = is_decided || (read && *read != text);
        passages_.rows.push_back({area, std::nullopt, kind, position,
                                  is_other ? Value(text) : Value(std::nullopt), null_if_empty(code),
                                  name_of(is_decided ? State::decided : state), id, std::nullopt});
    }

    /// Nobody can decide these either.
    void add_chapters() {
        if (composition_.chapters == nullptr) return;
        const std::string state = name_of(state_of_texts(composition_.chapters));
        const auto ids = ids_.ids("SELECT id FROM chapter WHERE report_id = ? ORDER BY position",
                                  composition_.chapters->report);
        const auto& chapters = effective_.record.chapters;
        for (std::size_t i = 0; i < chapters.size(); ++i) {
            const auto add = [&](const char* kind, std::size_t position) {
                passages_.rows.push_back({std::nullopt, static_cast<int>(i) + 1, kind,
                                          static_cast<int>(position), std::nullopt, std::nullopt, state,
                                          std::nullopt, ids.at(i)});
            };
            if (!chapters[i].heading.empty()) add("chapter-heading", 1);
            for (std::size_t position = 1; position <= chapters[i].paragraphs.size(); ++position)
                add("chapter", position);
        }
    }

    void add_evaluators() {
        const auto found = composition_.facts.find(CellField::evaluators);
        const auto* witness = found == composition_.facts.end() ? composition_.preferred : found->second;
        const auto& record = effective_.record;
        const bool in_doubt = is_doubtful(record.doubtful, note_of(report_cell(CellField::evaluators)));
        for (std::size_t i = 0; i < record.evaluators.size(); ++i) {
            const int position = static_cast<int>(i) + 1;
            if (record.evaluators[i].empty()) continue; // decided not to be stated
            const bool decided = effective_.is_decided(report_cell(CellField::evaluator, position));
            const Evaluator person =
                i < record.evaluator_details.size() ? record.evaluator_details[i] : Evaluator{};
            const auto state_of = [&](const std::string& text, const char* note) -> Value {
                if (is_doubtful(person.doubtful, note)) return name_of(State::doubtful);
                if (text.empty()) return std::nullopt;
                return name_of(decided ? State::decided : State::sound);
            };
            const auto state = decided                                ? State::decided
                               : in_doubt || !person.doubtful.empty() ? State::doubtful
                                                                      : state_of_texts(witness);
            evaluators_.rows.push_back(
                {position, record.evaluators[i], null_if_empty(person.name), null_if_empty(person.role),
                 null_if_empty(person.employer), name_of(state), state_of(person.name, "name"),
                 state_of(person.role, "role"), state_of(person.employer, "employer")});
        }
    }

    void add_settled() {
        for (const auto& [cell, value, checks, why] : effective_.settled) {
            settled_.rows.push_back({name_of(cell), value, why});
            for (const auto check : checks)
                settled_checks_.rows.push_back({name_of(cell), name_of(check)});
        }
    }

    void add_history() {
        if (composition_.history == nullptr) return;
        const auto ids = ids_.columns(*composition_.history);
        int position = 0;
        for (const auto& column : effective_.record.history) {
            const auto id = ids.at(static_cast<std::size_t>(position));
            ++position;
            int area = 0;
            for (const auto& points : column.areas)
                add_past_points(position, ++area, column.year, points, id);
            add_past_points(position, 0, column.year, column.total, id);
        }
    }

    void add_past_points(int position, int area, int year, const std::optional<Decimal>& points, Id column) {
        const auto state = states_.of(history_cell(year, area));
        history_.rows.push_back({position, area, year, points, value_of(state),
                                 value_of(beside(is_another(composition_.history), state)), column});
    }

    void add_scorings() {
        if (composition_.scorings == nullptr) return;
        const auto ids = ids_.ids("SELECT id FROM scoring WHERE report_id = ? ORDER BY number",
                                  composition_.scorings->report);
        for (std::size_t i = 0; i < effective_.record.scorings.size(); ++i)
            add_scoring(effective_.record.scorings[i], number_of_scoring(i), ids.at(i));
    }

    void add_scoring(const Scoring& scoring, int number, Id id) {
        const auto edition = state_of_text(
            scoring.edition, of_scoring(number, report_cell(CellField::edition)), scoring.doubtful);
        const auto points = sum_of(scoring.areas, &Score::points);
        std::optional<State> sum_state;
        for (const auto& area : scoring.areas)
            sum_state = foremost(
                {sum_state, states_.of(of_scoring(number, total_cell(area.number, CellField::points)))});
        const bool told = points || sum_state == State::doubtful; // why there is no sum
        sum_state = beside(is_another(composition_.scorings), sum_state);
        scorings_.rows.push_back({number, null_if_empty(scoring.edition), value_of(edition), points,
                                  told ? value_of(sum_state) : Value(std::nullopt), id});
        const auto rows = ids_.ids("SELECT id FROM scoring_row WHERE scoring_id = ? ORDER BY position", id);
        std::size_t at = 0;
        const auto add = [&](const Cell& cell, const std::string& text, const Score& score) {
            add_scoring_row(of_scoring(number, cell), static_cast<int>(at) + 1, text, score, rows.at(at));
            ++at;
        };
        for (const auto& area : scoring.areas) {
            add(total_cell(area.number, CellField::whole), area.title, area.total);
            for (const auto& question : area.questions)
                add(question_cell(question.number, CellField::whole), question.text, question.score);
        }
        add(grand_total_cell(CellField::whole), "", scoring.total);
        add_scoring_history(scoring, number, id);
    }

    void add_scoring_row(Cell cell, int position, const std::string& text, const Score& score, Id id) {
        const auto state = [&](CellField field) {
            cell.field = field;
            return states_.of(cell);
        };
        const auto points = state(CellField::points);
        const auto max = state(CellField::max);
        const auto percent = state(CellField::percent);
        scoring_rows_.rows.push_back(
            {cell.scoring, position, cell.area == 0 ? Value(std::nullopt) : Value(cell.area),
             null_if_empty(question_number_of(cell)), cell.area == 0 ? Value(std::nullopt) : Value(text),
             score.points, score.max, score.percent, value_of(points), value_of(max), value_of(percent),
             value_of(beside(is_another(composition_.scorings), foremost({points, max, percent}))), id});
    }

    void add_scoring_history(const Scoring& scoring, int number, Id id) {
        const auto ids = ids_.ids("SELECT id FROM scoring_column WHERE scoring_id = ? ORDER BY position", id);
        for (std::size_t i = 0; i < scoring.history.size(); ++i) {
            const auto& column = scoring.history[i];
            const auto add = [&](int area, const std::optional<Decimal>& points) {
                const auto state = states_.of(of_scoring(number, history_cell(column.year, area)));
                scoring_past_.rows.push_back(
                    {number, static_cast<int>(i) + 1, area, column.year, points, value_of(state),
                     value_of(beside(is_another(composition_.scorings), state)), ids.at(i)});
            };
            int area = 0;
            for (const auto& points : column.areas)
                add(++area, points);
            add(0, column.total);
        }
    }

    /// The document that has what was checked.
    [[nodiscard]] const Witness* origin_of(const AuditFinding& finding) const {
        if (finding.cell.scoring != 0 && composition_.scorings != nullptr) return composition_.scorings;
        if (finding.cell.kind == CellKind::history && composition_.history != nullptr)
            return composition_.history;
        const auto area = composition_.areas.find(finding.area);
        if (area == composition_.areas.end()) return composition_.preferred;
        return finding.cell.kind == CellKind::area ? area->second.box : area->second.table;
    }

    void add_checks() {
        int position = 0;
        for (const auto& [finding, published, effective] : effective_.findings) {
            const auto figures = figures_of(finding);
            checks_.rows.push_back({++position,
                                    published ? 1 : 0,
                                    effective ? 1 : 0,
                                    name_of(finding.kind),
                                    name_of(finding.verdict),
                                    finding.area == 0 ? Value(std::nullopt) : Value(finding.area),
                                    name_of(finding.cell),
                                    finding.printed,
                                    figures.points,
                                    figures.max,
                                    figures.percent,
                                    finding.expected,
                                    least_of(figures.expected_points),
                                    most_of(figures.expected_points),
                                    least_of(figures.expected_max),
                                    most_of(figures.expected_max),
                                    least_of(figures.expected_percent),
                                    most_of(figures.expected_percent),
                                    finding.explanation,
                                    origin_of(finding)->report});
        }
    }

    void add_parts() {
        if (!effective_.record.account) return;
        int position = 0;
        for (const auto& part : effective_.record.account->parts) {
            const auto* from = composition_.parts.at(static_cast<std::size_t>(position));
            parts_.rows.push_back({++position, name_of(part.kind), part.area, part.page, part.scoring,
                                   name_of(part.state), null_if_empty(part.why), from->report});
        }
    }

    Ids ids_;
    const Composition& composition_;
    const Effective& effective_;
    FigureStates states_;
    TableRows facts_{"fact", {"field", "state", "report_id"}, {}};
    TableRows areas_{"area_result",
                     {"area", "area_id", "edition", "title", "points", "max", "percent", "box_points",
                      "points_state", "max_state", "percent_state", "box_points_state", "title_state",
                      "state", "table_from", "box_from"},
                     {}};
    TableRows questions_{"question_result",
                         {"area", "position", "number", "text", "question_id", "area_id", "edition", "points",
                          "max", "percent", "points_state", "max_state", "percent_state", "text_state",
                          "state", "question_from"},
                         {}};
    TableRows passages_{
        "passage",
        {"area", "chapter", "kind", "position", "decided", "code", "state", "area_from", "chapter_from"},
        {}};
    TableRows evaluators_{"evaluator_result",
                          {"position", "printed", "name", "role", "employer", "state", "name_state",
                           "role_state", "employer_state"},
                          {}};
    TableRows settled_{"settled_figure", {"cell", "value", "why"}, {}};
    TableRows settled_checks_{"settled_figure_check", {"cell", "kind"}, {}};
    TableRows history_{
        "history_result", {"position", "area", "year", "points", "points_state", "state", "column_from"}, {}};
    TableRows checks_{"check_result",
                      {"position", "published",    "effective",   "kind",        "verdict",
                       "area",     "cell",         "stands",      "points",      "max",
                       "percent",  "expected",     "points_from", "points_to",   "max_from",
                       "max_to",   "percent_from", "percent_to",  "explanation", "report_id"},
                      {}};
    TableRows parts_{"part_result",
                     {"position", "part", "area", "printed_page", "scoring", "state", "why", "report_id"},
                     {}};
    TableRows scorings_{"scoring_result",
                        {"scoring", "edition", "edition_state", "points", "points_state", "scoring_from"},
                        {}};
    TableRows scoring_rows_{"scoring_row_result",
                            {"scoring", "position", "area", "question", "text", "points", "max", "percent",
                             "points_state", "max_state", "percent_state", "state", "row_from"},
                            {}};
    TableRows scoring_past_{
        "scoring_past_result",
        {"scoring", "position", "area", "year", "points", "points_state", "state", "column_from"},
        {}};
};

/// What there is of an evaluation, counted in the rows of its tables.
class RowCounts {
public:
    explicit RowCounts(const std::vector<TableRows>& rows) : rows_(rows) {}

    [[nodiscard]] int questions() const { return static_cast<int>(table("question_result").rows.size()); }
    [[nodiscard]] int findings() const {
        const auto& passages = table("passage");
        return count(passages, "kind", "strength") + count(passages, "kind", "improvement") +
               count(passages, "kind", "weakness");
    }
    [[nodiscard]] int inconsistencies() const {
        const auto& checks = table("check_result");
        const auto verdict = column(checks, "verdict");
        const auto in_effect = column(checks, "effective");
        return static_cast<int>(std::count_if(checks.rows.begin(), checks.rows.end(), [&](const Values& row) {
            return is(row[verdict], "inconsistent") && is_true(row[in_effect]);
        }));
    }
    [[nodiscard]] int doubtful_figures() const {
        int doubtful = 0;
        for (const auto* name : {"question_result", "area_result", "history_result", "scoring_row_result",
                                 "scoring_past_result"})
            for (const auto* field : {"points_state", "max_state", "percent_state", "box_points_state"}) {
                const auto& rows = table(name);
                const auto& columns = rows.columns;
                if (std::find(columns.begin(), columns.end(), field) != columns.end())
                    doubtful += count(rows, field, name_of(State::doubtful));
            }
        return doubtful;
    }

private:
    [[nodiscard]] const TableRows& table(std::string_view name) const {
        return *std::find_if(rows_.begin(), rows_.end(),
                             [&](const TableRows& rows) { return rows.table == name; });
    }
    static std::size_t column(const TableRows& rows, std::string_view name) {
        const auto& columns = rows.columns;
        return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
    }
    static bool is(const Value& value, std::string_view text) {
        const auto* words = std::get_if<std::string>(&value.content());
        return words != nullptr && *words == text;
    }
    static bool is_true(const Value& value) {
        const auto* number = std::get_if<std::int64_t>(&value.content());
        return number != nullptr && *number != 0;
    }
    static int count(const TableRows& rows, std::string_view name, std::string_view text) {
        const auto at = column(rows, name);
        return static_cast<int>(std::count_if(rows.rows.begin(), rows.rows.end(),
                                              [&](const Values& row) { return is(row[at], text); }));
    }

    const std::vector<TableRows>& rows_;
};

/// Facts, titles and lists that a person should check.
int doubts_beside_figures(const Effective& effective) {
    const auto& record = effective.record;
    auto doubts = static_cast<int>(record.doubtful.size());
    for (const auto& area : record.areas)
        doubts += static_cast<int>(
            std::count_if(area.doubtful.begin(), area.doubtful.end(), [&](const std::string& field) {
                return field != note_of(area_cell(area.number, CellField::box_points));
            }));
    return doubts;
}

Value accounted(const std::optional<Account>& account) {
    constexpr double thousandths = 1000;
    if (!account) return std::nullopt;
    return std::round(share_accounted(account->words) * thousandths) / thousandths;
}

/// Of what the evaluation says of itself.
std::optional<State> state_of_facts(const Composition& composition, const Effective& effective) {
    std::optional<State> state;
    for (const auto field : {CellField::municipality, CellField::year, CellField::month, CellField::ordinal,
                             CellField::interviewees, CellField::document_date, CellField::edition}) {
        const auto found = composition.facts.find(field);
        const bool stated = found != composition.facts.end();
        const auto own = state_of_fact(effective, field);
        if (!stated && own == State::sound) continue;
        state = foremost({state, beside(stated && found->second != composition.preferred, own)});
    }
    return state;
}

/// Of the sum of the areas' totals.
std::optional<State> state_of_totals(const Composition& composition, const Effective& effective) {
    const FigureStates states(effective);
    std::optional<State> state;
    for (const auto& [area, origin] : composition.areas)
        state = foremost({state, beside(origin.table != composition.preferred,
                                        foremost({states.of(total_cell(area, CellField::points)),
                                                  states.of(total_cell(area, CellField::max))}))});
    return state;
}

} // namespace

std::vector<TableRows> rows_of(const Connection& connection, const Composition& composition,
                               const Effective& effective) {
    return Rows(connection, composition, effective).all();
}

TableRows evaluation_row(const std::string& key, const Composition& composition, const Effective& effective,
                         const std::vector<TableRows>& rows) {
    const RowCounts counts(rows);
    const auto& record = effective.record;
    const auto points = sum_of(record.areas, &Score::points);
    const auto totals = state_of_totals(composition, effective);
    const bool told = points || totals == State::doubtful; // why there is no sum
    return {"evaluation",
            {"key",
             "report_id",
             "municipality_code",
             "municipality",
             "year",
             "month",
             "ordinal",
             "interviewees",
             "document_date",
             "edition",
             "points",
             "max",
             "state",
             "points_state",
             "parts",
             "accounted",
             "questions",
             "findings",
             "inconsistencies",
             "doubtful"},
            {{key,
              composition.preferred->report,
              null_if_empty(record.municipality_code),
              null_if_empty(record.municipality),
              record.year,
              record.month,
              record.ordinal,
              record.interviewees,
              record.document_date,
              null_if_empty(record.edition),
              points,
              sum_of(record.areas, &Score::max),
              value_of(state_of_facts(composition, effective)),
              told ? value_of(totals) : Value(std::nullopt),
              summary(record.account),
              accounted(record.account),
              counts.questions(),
              counts.findings(),
              counts.inconsistencies(),
              counts.doubtful_figures() + doubts_beside_figures(effective)}}};
}

} // namespace kompass::archive
