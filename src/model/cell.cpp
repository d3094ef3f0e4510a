#include "model/cell.h"

#include "model/instrument.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>
#include <vector>

namespace kompass {
namespace {

constexpr int most_questions = 99; ///< of an area; two digits
constexpr std::string_view area_word = "area";
constexpr std::string_view history_word = "history";
constexpr std::string_view total_word = "total";
constexpr std::string_view scoring_word = "scoring";

constexpr auto field_names = std::to_array<std::pair<CellField, const char*>>({
    {CellField::whole, ""},
    {CellField::points, "points"},
    {CellField::max, "max"},
    {CellField::percent, "percent"},
    {CellField::text, "text"},
    {CellField::title, "title"},
    {CellField::table_title, "table title"},
    {CellField::box_points, "box points"},
    {CellField::box_headings, "box headings"},
    {CellField::strength, "strength"},
    {CellField::improvement, "improvement"},
    {CellField::weakness, "weakness"},
    {CellField::strengths, "strengths"},
    {CellField::improvements, "improvements"},
    {CellField::weaknesses, "weaknesses"},
    {CellField::role_model, "role model"},
    {CellField::role_models, "role models"},
    {CellField::municipality, "municipality"},
    {CellField::municipality_code, "municipality code"},
    {CellField::year, "year"},
    {CellField::month, "month"},
    {CellField::ordinal, "ordinal"},
    {CellField::interviewees, "interviewees"},
    {CellField::document_date, "document date"},
    {CellField::edition, "edition"},
    {CellField::evaluator, "evaluator"},
    {CellField::evaluators, "evaluators"},
    {CellField::key_facts, "key facts"},
    {CellField::chapters, "chapters"},
    {CellField::inconsistencies, "inconsistencies"},
    {CellField::remarks, "remarks"},
    {CellField::account, "account"},
    {CellField::places_and_notes, "places and notes"},
    {CellField::doubtful, "doubtful"},
});

bool is_one_of_a_list(CellField field) {
    return field == CellField::strength || field == CellField::improvement || field == CellField::weakness ||
           field == CellField::role_model || field == CellField::evaluator;
}

bool has_field(CellKind kind, CellField field) {
    if (field == CellField::whole) return true;
    switch (kind) {
    case CellKind::report:
        return field >= CellField::municipality;
    case CellKind::area:
        return (field >= CellField::text && field <= CellField::role_models) || field == CellField::doubtful;
    case CellKind::total:
        return field >= CellField::points && field <= CellField::percent;
    case CellKind::question:
        return field >= CellField::points && field <= CellField::text;
    case CellKind::history:
        break;
    }
    return field == CellField::points;
}

/// Other scorings are figures, with their titles and questions; texts are the report's own.
bool may_be_of_scoring(const Cell& cell) {
    if (cell.kind == CellKind::report)
        return cell.field == CellField::whole || cell.field == CellField::edition;
    if (cell.kind == CellKind::area)
        return cell.field == CellField::title || cell.field == CellField::table_title;
    return true;
}

std::optional<CellField> field_from(CellKind kind, std::string_view name) {
    for (const auto& [field, known] : field_names)
        if (name == known && has_field(kind, field)) return field;
    return std::nullopt;
}

/// A name, read from its front.
class NameReader {
public:
    explicit NameReader(std::string_view text) : rest_(text) {}

    [[nodiscard]] std::string_view rest() const { return rest_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    /// Passes over the word and the blank behind it, if it stands there.
    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        const auto after = rest_.substr(word.size());
        if (!after.empty() && (after.front() != ' ' || after.size() == 1)) return false;
        rest_ = after.empty() ? after : after.substr(1);
        return true;
    }

    /// A whole number as it is printed: no sign, no zero before it.
    std::optional<int> take_number() {
        const auto word = rest_.substr(0, rest_.find(' '));
        const auto number = whole_number(word);
        if (!number || !take(word)) return std::nullopt;
        return number;
    }

    static std::optional<int> whole_number(std::string_view word) {
        if (word.empty() || word.front() < '1' || word.front() > '9') return std::nullopt;
        int number = 0;
        const auto* const end = word.data() + word.size();
        const auto [at, error] = std::from_chars(word.data(), end, number);
        if (error != std::errc() || at != end) return std::nullopt;
        return number;
    }

private:
    std::string_view rest_;
};

/// "4.4"
std::optional<std::pair<int, int>> question_number_from(std::string_view text) {
    const auto point = text.find('.');
    if (point == std::string_view::npos) return std::nullopt;
    const auto area = NameReader::whole_number(text.substr(0, point));
    const auto after = text.substr(point + 1);
    const auto question = after == "0" ? 0 : NameReader::whole_number(after);
    if (!area || *area > area_count || !question || *question > most_questions) return std::nullopt;
    return std::pair{*area, *question};
}

std::optional<Cell> history_from(NameReader name) {
    const auto year = name.take_number();
    if (!year) return std::nullopt;
    if (name.at_end()) return history_column_cell(*year);
    if (name.rest() == total_word) return history_cell(*year, 0);
    if (!name.take(area_word)) return std::nullopt;
    const auto area = name.take_number();
    if (!area || *area > area_count || !name.at_end()) return std::nullopt;
    return history_cell(*year, *area);
}

std::optional<Cell> area_from(NameReader name) {
    const auto area = name.take_number();
    if (!area || *area > area_count) return std::nullopt;
    if (name.take(total_word)) {
        const auto field = field_from(CellKind::total, name.rest());
        return field ? std::optional(total_cell(*area, *field)) : std::nullopt;
    }
    for (const auto item :
         {CellField::strength, CellField::improvement, CellField::weakness, CellField::role_model})
        if (name.take(name_of(item))) {
            const auto position = name.take_number();
            return position && name.at_end() ? std::optional(area_cell(*area, item, *position))
                                             : std::nullopt;
        }
    const auto field = field_from(CellKind::area, name.rest());
    return field ? std::optional(area_cell(*area, *field)) : std::nullopt;
}

std::optional<Cell> evaluator_from(NameReader name) {
    const auto position = name.take_number();
    if (!position || !name.at_end()) return std::nullopt;
    return report_cell(CellField::evaluator, *position);
}

/// What a scoring has: its edition, totals, questions and history.
std::optional<Cell> of_scoring_from(NameReader name) {
    constexpr int first_other = 2;
    const auto scoring = name.take_number();
    if (!scoring || *scoring < first_other) return std::nullopt;
    auto cell = name.at_end() ? std::optional(Cell{}) : std::nullopt;
    if (NameReader total = name; total.take(total_word)) {
        if (const auto field = field_from(CellKind::total, total.rest())) cell = grand_total_cell(*field);
    } else if (!name.at_end() && !name.rest().starts_with(scoring_word)) {
        cell = cell_from(name.rest());
    }
    if (!cell || !may_be_of_scoring(*cell)) return std::nullopt;
    return of_scoring(*scoring, *cell);
}

/// The parts of a name that are there, with blanks between them.
std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += ' ';
        text += part;
    }
    return text;
}

std::string numbered(std::string_view word, int number) {
    return std::string(word) + ' ' + std::to_string(number);
}

std::string field_name(const Cell& cell) {
    if (is_one_of_a_list(cell.field)) return numbered(name_of(cell.field), cell.position);
    return name_of(cell.field);
}

} // namespace

Cell Cell::whole() const {
    return {scoring, year, kind == CellKind::history ? 0 : area, kind, question, CellField::whole, 0};
}

Cell report_cell(CellField field, int position) {
    return {.field = field, .position = position};
}

Cell area_cell(int area, CellField field, int position) {
    return {.area = area, .kind = CellKind::area, .field = field, .position = position};
}

Cell total_cell(int area, CellField field) {
    return {.area = area, .kind = CellKind::total, .field = field};
}

Cell question_cell(std::string_view number, CellField field) {
    const auto parts = question_number_from(number);
    if (!parts) throw std::invalid_argument("no question's number: " + std::string(number));
    return {.area = parts->first, .kind = CellKind::question, .question = parts->second, .field = field};
}

Cell history_cell(int year, int area) {
    return {.year = year, .area = area, .kind = CellKind::history, .field = CellField::points};
}

Cell history_column_cell(int year) {
    return {.year = year, .kind = CellKind::history};
}

Cell grand_total_cell(CellField field) {
    return {.kind = CellKind::total, .field = field};
}

Cell of_scoring(int scoring, Cell cell) {
    cell.scoring = scoring;
    return cell;
}

std::string name_of(const Cell& cell) {
    if (cell.scoring != 0)
        return joined({numbered(scoring_word, cell.scoring), name_of(of_scoring(0, cell))});
    switch (cell.kind) {
    case CellKind::area:
    case CellKind::total:
        return joined({cell.area == 0 ? std::string() : numbered(area_word, cell.area), short_name_of(cell)});
    case CellKind::question:
        return joined({question_number_of(cell), short_name_of(cell)});
    case CellKind::history:
        return joined({numbered(history_word, cell.year), short_name_of(cell)});
    case CellKind::report:
        break;
    }
    return short_name_of(cell);
}

std::optional<Cell> cell_from(std::string_view name) {
    NameReader reader(name);
    if (reader.take(area_word)) return area_from(reader);
    if (reader.take(history_word)) return history_from(reader);
    if (reader.take(scoring_word)) return of_scoring_from(reader);
    if (reader.take(name_of(CellField::evaluator))) return evaluator_from(reader);
    if (const auto field = field_from(CellKind::report, name)) return report_cell(*field);
    const auto number = name.substr(0, name.find(' '));
    if (!question_number_from(number) || !reader.take(number)) return std::nullopt;
    const auto field = field_from(CellKind::question, reader.rest());
    return field ? std::optional(question_cell(number, *field)) : std::nullopt;
}

bool is_question_number(std::string_view text) {
    return question_number_from(text).has_value();
}

std::string question_number_of(const Cell& cell) {
    if (cell.kind != CellKind::question) return {};
    return std::to_string(cell.area) + '.' + std::to_string(cell.question);
}

std::string short_name_of(const Cell& cell) {
    if (cell.kind == CellKind::total) return joined({std::string(total_word), field_name(cell)});
    if (cell.kind != CellKind::history || cell.field == CellField::whole) return field_name(cell);
    return cell.area == 0 ? std::string(total_word) : numbered(area_word, cell.area);
}

std::string note_of(const Cell& cell) {
    if (cell.kind == CellKind::history) return short_name_of(cell);
    return cell.field == CellField::box_points ? "box_points" : field_name(cell);
}

const char* name_of(CellField field) {
    const auto* const found = std::find_if(field_names.begin(), field_names.end(),
                                           [&](const auto& one) { return one.first == field; });
    return found->second;
}

const char* name_of(CellKind kind) {
    switch (kind) {
    case CellKind::report:
        return "report";
    case CellKind::area:
        return "area";
    case CellKind::total:
        return "total";
    case CellKind::question:
        return "question";
    case CellKind::history:
        break;
    }
    return "history";
}

} // namespace kompass
