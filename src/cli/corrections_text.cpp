#include "cli/corrections_text.h"

#include "cli/help/did_you_mean.h"
#include "model/cell_value.h"
#include "model/figures.h"
#include "text/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace kompass::cli {
namespace {

/// What OCR read in a cell that was repaired; nullopt if it was not.
std::optional<std::string> misread(const Record& record, const std::string& name) {
    auto copy = record;
    const auto cell = cell_from(name);
    for (const auto& figure : figures(copy))
        for (const auto& repair : *figure.repairs)
            if (figure.cell == cell && repair.field == figure.field) return repair.read;
    return std::nullopt;
}

std::string or_nothing(const std::optional<std::string>& text) {
    return text && !text->empty() ? *text : text::tr("nothing");
}

std::string or_not_stated(const std::optional<std::string>& value) {
    return value.value_or(text::tr("not stated"));
}

std::optional<CellContent> content_of(const Record& record, const std::string& name) {
    const auto cell = cell_from(name);
    return cell ? kompass::content_of(record, *cell) : std::nullopt;
}

/// One of each kind that can be corrected.
std::string examples() {
    constexpr int area = 4;
    constexpr int year = 2017;
    std::string text;
    for (const auto& cell :
         {question_cell("4.4", CellField::percent), question_cell("4.4", CellField::text),
          total_cell(area, CellField::points), area_cell(area, CellField::box_points),
          area_cell(area, CellField::title), area_cell(area, CellField::strength, 2),
          area_cell(area, CellField::role_model, 1), report_cell(CellField::evaluator, 1),
          history_cell(year, 3), history_cell(year, 0), report_cell(CellField::municipality),
          report_cell(CellField::year), report_cell(CellField::edition)})
        text += fmt::format("{}'{}'", text.empty() ? "" : ", ", name_of(cell));
    return text;
}

/// The position at which what is added to a list comes, behind what was read and was added before.
int next_in_list(const Record& record, const Cell& cell) {
    const auto as_decided = corrected(record);
    if (cell.field == CellField::evaluator) return static_cast<int>(as_decided.evaluators.size()) + 1;
    for (const auto& area : as_decided.areas)
        if (area.number == cell.area) return static_cast<int>(area.role_models.size()) + 1;
    return 0;
}

/// All that can be decided of it.
std::vector<std::string> cells_of(const Record& record) {
    std::vector<std::string> names;
    auto copy = record;
    for (const auto field : {CellField::municipality, CellField::year, CellField::month, CellField::ordinal,
                             CellField::interviewees, CellField::document_date, CellField::edition})
        names.push_back(name_of(report_cell(field)));
    for (const auto& figure : figures(copy))
        names.push_back(name_of(figure.cell));
    for (std::size_t i = 0; i < record.scorings.size(); ++i)
        names.push_back(name_of(of_scoring(number_of_scoring(i), report_cell(CellField::edition))));
    for (const auto& area : record.areas) {
        names.push_back(name_of(area_cell(area.number, CellField::title)));
        for (const auto& question : area.questions)
            names.push_back(name_of(question_cell(question.number, CellField::text)));
        const auto add = [&](CellField field, const std::vector<Finding>& findings) {
            for (std::size_t i = 1; i <= findings.size(); ++i)
                names.push_back(name_of(area_cell(area.number, field, static_cast<int>(i))));
        };
        add(CellField::strength, area.strengths);
        add(CellField::improvement, area.improvements);
        add(CellField::weakness, area.weaknesses);
        for (int i = 1; i <= next_in_list(record, area_cell(area.number, CellField::role_model, 1)); ++i)
            names.push_back(name_of(area_cell(area.number, CellField::role_model, i)));
    }
    for (int i = 1; i <= next_in_list(record, report_cell(CellField::evaluator, 1)); ++i)
        names.push_back(name_of(report_cell(CellField::evaluator, i)));
    return names;
}

/// A municipality that no register knows would be one of its own.
void require_registered(const std::string& name, const rules::Municipalities& municipalities) {
    const auto names = municipalities.names();
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    throw std::runtime_error(text::tr("no register has a municipality '{}'{}; name it as the register does, "
                                      "or add a register with --municipalities",
                                      name, did_you_mean(name, names)));
}

/// The figure in effect; nullopt: it is not stated.
std::optional<Decimal> figure_of(const Record& record, const Cell& cell) {
    const auto content = kompass::content_of(record, cell);
    return content && content->text ? Decimal::from_text(*content->text) : std::nullopt;
}

int this_year() {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<int>(std::chrono::year_month_day{today}.year());
}

bool exceeds_maximum(const Record& record, Cell cell) {
    cell.field = CellField::points;
    const auto points = figure_of(record, cell);
    cell.field = CellField::max;
    const auto max = figure_of(record, cell);
    return points && max && *points > *max;
}

/// With the decision, after all that was decided before.
Record decided_so(Record record, const std::string& name, const std::string& value) {
    const auto content = content_of(record, name);
    record.corrections.push_back(
        {record.sha256, name, content ? content->text : std::nullopt, value, "", "", "9999"});
    return corrected(record);
}

} // namespace

std::string no_such_cell(const Record& record, const std::string& name) {
    return text::tr("the report has no cell '{}'{}; cells are named like {}", name,
                    did_you_mean(name, cells_of(record)), examples());
}

CellContent require_correctable(const Record& record, const std::string& name,
                                const std::optional<std::string>& value, const rules::Knowledge& knowledge) {
    auto content = content_of(record, name);
    if (!content) throw std::runtime_error(no_such_cell(record, name));
    const auto cell = cell_from(name).value();
    if (!value) return *content;
    if (const auto fault = fault_of_value(cell, *value); !fault.empty()) throw std::runtime_error(fault);
    if (of_scoring(0, cell) == report_cell(CellField::edition)) knowledge.editions.require(*value);
    if (cell == report_cell(CellField::municipality) || cell.field == CellField::role_model)
        require_registered(*value, knowledge.municipalities);
    return *content;
}

void require_in_list(const Record& record, const Cell& cell, bool states_something) {
    if (!can_be_added(cell)) return;
    const int next = next_in_list(record, cell);
    if (cell.position < next || (cell.position == next && states_something)) return;
    auto free = cell;
    free.position = next;
    throw std::runtime_error(
        cell.position == next
            ? text::tr("nothing stands at '{}': there is nothing to clear", name_of(cell))
            : text::tr("'{}' is beyond the list: what is added is '{}'", name_of(cell), name_of(free)));
}

void require_sense(const Record& record, const Cell& cell, const std::string& value) {
    const auto before = corrected(record);
    if (cell.field == CellField::points || cell.field == CellField::max) {
        auto other = cell;
        other.field = cell.field == CellField::points ? CellField::max : CellField::points;
        if (exceeds_maximum(decided_so(record, name_of(cell), value), cell) && !exceeds_maximum(before, cell))
            throw std::runtime_error(
                text::tr("'{}' cannot be {} beside '{}', which is {}: points are never more than their "
                         "maximum; correct that first, if it is wrong",
                         name_of(cell), value, name_of(other), figure_of(before, other).value().text()));
    }
    if (cell == report_cell(CellField::year) && whole_number_from(value) > this_year())
        throw std::runtime_error(text::tr("'year' cannot be {}: that is a year to come", value));
    if (cell.field != CellField::role_model) return;
    for (const auto& area : before.areas)
        for (std::size_t i = 0; area.number == cell.area && i < area.role_models.size(); ++i)
            if (area.role_models[i].name == value && static_cast<int>(i) + 1 != cell.position)
                throw std::runtime_error(text::tr(
                    "area {} names {} already: '{}'", area.number, value,
                    name_of(area_cell(area.number, CellField::role_model, static_cast<int>(i) + 1))));
}

std::vector<std::string> remarks_on_corrections(const Record& record) {
    std::vector<std::string> remarks;
    for (const auto& correction : in_force(record.corrections)) {
        const auto state = state_of(correction, record);
        const auto what =
            text::tr("the correction of {} ({})", correction.cell, or_not_stated(correction.value));
        if (state == CorrectionState::needless)
            remarks.push_back(what + text::tr(" is needless: it is read so by now"));
        if (state == CorrectionState::without_cell)
            remarks.push_back(what + text::tr(" has lost its cell: the report is read without it"));
        if (state == CorrectionState::contradicted)
            remarks.push_back(text::tr("{} was made when {} was read; now {} is", what,
                                       or_nothing(correction.was),
                                       or_nothing(content_of(record, correction.cell)->text)));
    }
    return remarks;
}

std::string describe(const Correction& correction, const Record& record) {
    const auto content = content_of(record, correction.cell);
    const auto held = content ? content->text : std::nullopt;
    const auto read = misread(record, correction.cell);
    const auto history = read ? text::tr("read {}, taken as {}", or_nothing(read), or_nothing(held))
                              : text::tr("read {}", or_nothing(held));
    return text::tr("{}: {}, now {} ({}: {})", correction.cell, history, or_not_stated(correction.value),
                    correction.author, correction.why);
}

} // namespace kompass::cli
