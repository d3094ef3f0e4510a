#include "archive/evaluation/rows.h"

#include "model/cell_value.h"
#include "model/figures.h"
#include "model/instrument.h"
#include "model/record_facts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace kompass::archive {
namespace {

using Id = std::int64_t;

constexpr auto consistent = "consistent";
constexpr auto doubtful = "doubtful";
constexpr auto decided = "decided";

/// What is to be said of each figure.
class States {
public:
    explicit States(const Effective& effective) {
        auto record = effective.record;
        for (const auto& figure : figures(record))
            states_.emplace(figure.cell, state_of(effective, figure));
    }

    [[nodiscard]] Value of(const Cell& cell) const {
        const auto found = states_.find(cell);
        return found == states_.end() ? Value(std::nullopt) : found->second;
    }

private:
    static Value state_of(const Effective& effective, const Figure& figure) {
        if (effective.is_decided(figure.cell)) return decided;
        if (figure.is_doubtful()) return doubtful;
        if (!figure.value->has_value()) return std::nullopt;
        const bool repaired =
            std::any_of(figure.repairs->begin(), figure.repairs->end(),
                        [&](const ScoreRepair& repair) { return repair.field == figure.field; });
        if (repaired) return "repaired";
        const auto& findings = effective.record.findings_of_audit;
        const bool contradicted =
            std::any_of(findings.begin(), findings.end(), [&](const AuditFinding& finding) {
                return finding.verdict == Verdict::inconsistent && finding.cell.covers(figure.cell);
            });
        return contradicted ? "inconsistent" : consistent;
    }

    std::map<Cell, Value> states_;
};

/// The row of a document's report.
struct AreaRow {
    Id id = 0;
    Value definition{std::nullopt};
};

/// Finds the ids of what documents say.
class Ids {
public:
    explicit Ids(const Connection& connection) : connection_(connection) {}

    [[nodiscard]] AreaRow area(const Witness& witness, int number) const {
        AreaRow row;
        connection_.each("SELECT id, area_id FROM area_score WHERE report_id = ? AND area = ?",
                         {witness.report, number}, [&](const Row& found) {
                             row.id = found.id("id");
                             row.definition = found.optional_integer("area_id");
                         });
        return row;
    }

    /// In the order of the table.
    [[nodiscard]] std::vector<AreaRow> questions(Id area) const {
        std::vector<AreaRow> rows;
        connection_.each(
            "SELECT id, question_id FROM question_score WHERE area_score_id = ? ORDER BY position", {area},
            [&](const Row& found) {
                rows.push_back({found.id("id"), found.optional_integer("question_id")});
            });
        return rows;
    }

    [[nodiscard]] std::vector<Id> columns(const Witness& witness) const {
        std::vector<Id> ids;
        connection_.each("SELECT id FROM history_column WHERE report_id = ? ORDER BY position",
                         {witness.report}, [&](const Row& found) { ids.push_back(found.id("id")); });
        return ids;
    }

private:
    const Connection& connection_;
};

class Rows {
public:
    Rows(const Connection& connection, const Composition& composition, const Effective& effective)
        : ids_(connection), composition_(composition), effective_(effective), states_(effective) {}

    std::vector<TableRows> all() {
        add_facts();
        for (const auto& area : effective_.record.areas)
            add_area(area, composition_.areas.at(area.number));
        add_history();
        add_checks();
        add_parts();
        return {facts_, areas_, questions_, passages_, history_, checks_, parts_};
    }

private:
    void add_facts() {
        for (const auto& [field, witness] : composition_.facts)
            add_fact(field, *witness);
        const auto& preferred = *composition_.preferred;
        for (const auto& ruling : effective_.rulings)
            if (ruling.cell && ruling.cell->kind == CellKind::report &&
                !composition_.facts.contains(ruling.cell->field))
                add_fact(ruling.cell->field, preferred);
        if (composition_.key_facts != nullptr) add_fact(CellField::key_facts, *composition_.key_facts);
    }

    void add_fact(CellField field, const Witness& witness) {
        const auto cell = report_cell(field);
        const auto& doubts = effective_.record.doubtful;
        const bool doubt = std::find(doubts.begin(), doubts.end(), note_of(cell)) != doubts.end();
        facts_.rows.push_back({name_of(field),
                               effective_.is_decided(cell) ? decided
                               : doubt                     ? doubtful
                                                           : consistent,
                               witness.report});
    }

    void add_area(const Area& area, const AreaOrigin& origin) {
        const auto table = ids_.area(*origin.table, area.number);
        const auto box = ids_.area(*origin.box, area.number);
        const auto state = [&](CellField field) { return states_.of(total_cell(area.number, field)); };
        areas_.rows.push_back({area.number, box.definition, area.title, area.total.points, area.total.max,
                               area.total.percent, area.box_points, state(CellField::points),
                               state(CellField::max), state(CellField::percent),
                               states_.of(area_cell(area.number, CellField::box_points)), table.id, box.id});
        add_questions(area, table.id);
        add_texts(area, "heading", area.box_headings, box.id);
        add_findings(area, CellField::strength, area.strengths, *origin.strengths);
        add_findings(area, CellField::improvement, area.improvements, *origin.improvements);
        add_findings(area, CellField::weakness, area.weaknesses, *origin.weaknesses);
        std::vector<std::string> texts;
        for (const auto& model : area.role_models)
            texts.push_back(model.name);
        add_texts(area, "role-model", texts, ids_.area(*origin.role_models, area.number).id);
        texts.clear();
        for (const auto& paragraph : area.prose)
            texts.push_back(paragraph.text);
        add_texts(area, "text", texts, ids_.area(*origin.text, area.number).id);
    }

    void add_questions(const Area& area, Id table) {
        const auto rows = ids_.questions(table);
        int position = 0;
        for (const auto& question : area.questions) {
            const auto& row = rows.at(static_cast<std::size_t>(position));
            ++position;
            const auto state = [&](CellField field) {
                return states_.of(question_cell(question.number, field));
            };
            questions_.rows.push_back({area.number, position, question.number, question.text, row.definition,
                                       question.score.points, question.score.max, question.score.percent,
                                       state(CellField::points), state(CellField::max),
                                       state(CellField::percent), row.id});
            add_passage(area.number, "question", position, question.text,
                        question_cell(question.number, CellField::text), table);
        }
    }

    void add_findings(const Area& area, CellField kind, const std::vector<Finding>& findings,
                      const Witness& witness) {
        const auto id = ids_.area(witness, area.number).id;
        int position = 0;
        for (const auto& finding : findings) {
            ++position;
            add_passage(area.number, name_of(kind), position, finding.text,
                        area_cell(area.number, kind, position), id);
        }
    }

    /// Texts that nobody can decide.
    void add_texts(const Area& area, const char* kind, const std::vector<std::string>& texts, Id id) {
        int position = 0;
        for (const auto& text : texts)
            passages_.rows.push_back({area.number, kind, ++position, text, 0, id});
    }

    /// What is decided not to be stated has no row.
    void add_passage(int area, const char* kind, int position, const std::string& text, const Cell& cell,
                     Id id) {
        const bool is_decided = effective_.is_decided(cell);
        if (is_decided && text.empty()) return;
        passages_.rows.push_back({area, kind, position, text, is_decided ? 1 : 0, id});
    }

    void add_history() {
        if (composition_.history == nullptr) return;
        const auto ids = ids_.columns(*composition_.history);
        int position = 0;
        for (const auto& column : effective_.record.history) {
            const auto id = ids.at(static_cast<std::size_t>(position));
            ++position;
            int area = 0;
            for (const auto& points : column.areas) {
                ++area;
                history_.rows.push_back(
                    {position, area, column.year, points, states_.of(history_cell(column.year, area)), id});
            }
            history_.rows.push_back(
                {position, 0, column.year, column.total, states_.of(history_cell(column.year, 0)), id});
        }
    }

    void add_checks() {
        int position = 0;
        for (const auto& [finding, published, effective] : effective_.findings)
            checks_.rows.push_back(
                {++position, published ? 1 : 0, effective ? 1 : 0, name_of(finding.kind),
                 name_of(finding.verdict), finding.area == 0 ? Value(std::nullopt) : Value(finding.area),
                 name_of(finding.cell), finding.printed, finding.expected, finding.explanation});
    }

    void add_parts() {
        if (!effective_.record.account) return;
        int position = 0;
        for (const auto& part : effective_.record.account->parts) {
            const auto* from = composition_.parts.at(static_cast<std::size_t>(position));
            parts_.rows.push_back({++position, name_of(part.kind), part.area, part.page, name_of(part.state),
                                   null_if_empty(part.why), from->report});
        }
    }

    Ids ids_;
    const Composition& composition_;
    const Effective& effective_;
    States states_;
    TableRows facts_{"fact", {"field", "state", "report_id"}, {}};
    TableRows areas_{"area_result",
                     {"area", "area_id", "title", "points", "max", "percent", "box_points", "points_state",
                      "max_state", "percent_state", "box_points_state", "table_from", "box_from"},
                     {}};
    TableRows questions_{"question_result",
                         {"area", "position", "number", "text", "question_id", "points", "max", "percent",
                          "points_state", "max_state", "percent_state", "question_from"},
                         {}};
    TableRows passages_{"passage", {"area", "kind", "position", "text", "decided", "area_from"}, {}};
    TableRows history_{"history_result", {"position", "area", "year", "points", "state", "column_from"}, {}};
    TableRows checks_{"check_result",
                      {"position", "published", "effective", "kind", "verdict", "area", "cell", "stands",
                       "expected", "explanation"},
                      {}};
    TableRows parts_{
        "part_result", {"position", "part", "area", "printed_page", "state", "why", "report_id"}, {}};
};

/// The sum of what is stated of all eight areas.
std::optional<Decimal> sum_of(const std::vector<Area>& areas, std::optional<Decimal> Score::*field) {
    std::vector<std::optional<Decimal>> figures;
    for (const auto& area : areas)
        figures.push_back(area.total.*field);
    return points_in_all(figures);
}

Value accounted(const std::optional<Account>& account) {
    constexpr double thousandths = 1000;
    if (!account) return std::nullopt;
    return std::round(share_accounted(account->words) * thousandths) / thousandths;
}

} // namespace

std::vector<TableRows> rows_of(const Connection& connection, const Composition& composition,
                               const Effective& effective) {
    return Rows(connection, composition, effective).all();
}

TableRows evaluation_row(const std::string& key, std::int64_t report, const Effective& effective) {
    const auto& record = effective.record;
    return {"evaluation",
            {"key", "report_id", "municipality_code", "municipality", "year", "month", "ordinal",
             "interviewees", "document_date", "edition", "points", "max", "parts", "accounted"},
            {{key, report, null_if_empty(record.municipality_code), null_if_empty(record.municipality),
              record.year, record.month, record.ordinal, record.interviewees, record.document_date,
              null_if_empty(record.edition), sum_of(record.areas, &Score::points),
              sum_of(record.areas, &Score::max), summary(record.account), accounted(record.account)}}};
}

} // namespace kompass::archive
