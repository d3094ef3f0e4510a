#include "model/overlay.h"

#include "model/cell_value.h"
#include "model/figures.h"
#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace kompass {
namespace {

constexpr int most_of_list = 99; ///< role models of an area, evaluators: what two digits count

/// "Anna Berg, senior konsult (SKL)", "Anna Berg, senior konsult, SKL", "Anna Berg (SKL)": as reports print
/// them. An employer alone stands in brackets, since what stands alone behind a comma is a role.
Evaluator evaluator_from(const std::string& printed) {
    const auto cut = printed.find_first_of(",(");
    Evaluator person{.name = std::string(text::trimmed(printed.substr(0, cut))),
                     .role = {},
                     .employer = {},
                     .doubtful = {}};
    if (cut == std::string::npos) return person;
    auto rest = printed.substr(cut);
    if (const auto bracket = rest.find('('); bracket != std::string::npos && rest.ends_with(')')) {
        person.employer = std::string(text::trimmed(rest.substr(bracket + 1, rest.size() - bracket - 2)));
        rest.erase(bracket);
    }
    if (rest.starts_with(',')) rest.erase(0, 1);
    if (const auto comma = rest.rfind(','); person.employer.empty() && comma != std::string::npos) {
        person.employer = std::string(text::trimmed(rest.substr(comma + 1)));
        rest.erase(comma);
    }
    person.role = std::string(text::trimmed(rest));
    return person;
}

/// A cell of one record, that can be read and written.
class CellAccess {
public:
    /// There is nothing to read or write if the record has no such cell.
    CellAccess(Record& record, const Cell& cell) {
        find_identity(record, cell);
        for (auto& area : record.areas)
            find_text(area, cell);
        for (std::size_t i = 0; i < record.scorings.size(); ++i)
            if (cell.scoring == number_of_scoring(i)) find_in(record.scorings[i], of_scoring(0, cell));
        for (auto& figure : figures(record))
            if (figure.cell == cell) figure_ = std::move(figure);
    }

    [[nodiscard]] bool exists() const {
        return text_ != nullptr || number_ != nullptr || figure_.value != nullptr || date_ != nullptr;
    }

    [[nodiscard]] CellContent content() const {
        CellContent content;
        content.is_number = number_ != nullptr || figure_.value != nullptr;
        if (number_ != nullptr && *number_) content.text = std::to_string(**number_);
        if (figure_.value != nullptr && *figure_.value) content.text = (*figure_.value)->text();
        if (date_ != nullptr) content.text = *date_;
        if (text_ != nullptr && !text_->empty()) content.text = *text_;
        return content;
    }

    /// nullopt: nothing is stated there.
    void set(const std::optional<std::string>& value) {
        if (number_ != nullptr) *number_ = value ? whole_number_from(*value) : std::nullopt;
        if (date_ != nullptr) *date_ = value;
        if (text_ != nullptr) {
            const auto text = value.value_or("");
            if (person_ != nullptr && *text_ != text) *person_ = evaluator_from(text);
            if (person_ != nullptr) person_->doubtful.clear();
            if (dependent_ != nullptr && *text_ != text) dependent_->clear();
            *text_ = text;
        }
        if (figure_.value != nullptr) {
            *figure_.value = value ? Decimal::from_text(*value) : std::nullopt;
            figure_.trust();
        }
        if (doubts_ != nullptr) std::erase(*doubts_, doubt_);
    }

private:
    void find_identity(Record& record, const Cell& cell) {
        if (cell.kind != CellKind::report || cell.scoring != 0) return;
        if (cell.field == CellField::evaluator) find_evaluator(record, cell.position);
        if (text_ != nullptr) return;
        const std::array<std::pair<CellField, std::optional<int>*>, 4> numbers{
            {{CellField::year, &record.year},
             {CellField::month, &record.month},
             {CellField::ordinal, &record.ordinal},
             {CellField::interviewees, &record.interviewees}}};
        for (const auto& [field, number] : numbers)
            if (cell.field == field) number_ = number;
        if (cell.field == CellField::document_date) date_ = &record.document_date;
        if (cell.field == CellField::edition) text_ = &record.edition;
        if (cell.field == CellField::municipality) {
            text_ = &record.municipality;
            dependent_ = &record.municipality_code;
        }
        if (!exists()) return;
        doubts_ = &record.doubtful;
        doubt_ = note_of(cell);
    }

    /// `cell` as the scoring itself names it.
    void find_in(Scoring& scoring, const Cell& cell) {
        for (auto& area : scoring.areas)
            find_text(area, cell);
        if (cell != report_cell(CellField::edition)) return;
        text_ = &scoring.edition;
        doubts_ = &scoring.doubtful;
        doubt_ = note_of(cell);
    }

    void find_text(Area& area, const Cell& cell) {
        if (cell == area_cell(area.number, CellField::title)) text_ = &area.title;
        for (auto& question : area.questions)
            if (cell == question_cell(question.number, CellField::text)) text_ = &question.text;
        if (cell.kind != CellKind::area || cell.area != area.number || cell.scoring != 0) return;
        if (cell.field == CellField::strength) find_finding(area.strengths, cell.position);
        if (cell.field == CellField::improvement) find_finding(area.improvements, cell.position);
        if (cell.field == CellField::weakness) find_finding(area.weaknesses, cell.position);
        if (cell.field == CellField::role_model) find_role_model(area.role_models, cell.position);
    }

    void find_role_model(std::vector<RoleModel>& models, int position) {
        if (position < 1 || position > most_of_list) return;
        const auto at = static_cast<std::size_t>(position) - 1;
        if (at >= models.size()) models.resize(at + 1);
        text_ = &models[at].name;
        dependent_ = &models[at].code;
    }

    void find_evaluator(Record& record, int position) {
        if (position < 1 || position > most_of_list) return;
        const auto at = static_cast<std::size_t>(position) - 1;
        const bool taken_apart = !record.evaluator_details.empty() || record.evaluators.empty();
        if (at >= record.evaluators.size()) record.evaluators.resize(at + 1);
        text_ = &record.evaluators[at];
        if (!taken_apart) return;
        record.evaluator_details.resize(record.evaluators.size());
        person_ = &record.evaluator_details[at];
    }

    void find_finding(std::vector<Finding>& findings, int position) {
        if (position >= 1 && static_cast<std::size_t>(position) <= findings.size())
            text_ = &findings[static_cast<std::size_t>(position) - 1].text;
    }

    std::string* text_ = nullptr;
    std::string* dependent_ = nullptr; ///< holds of the text only as it stood
    Evaluator* person_ = nullptr;      ///< the text taken apart
    std::optional<int>* number_ = nullptr;
    std::optional<std::string>* date_ = nullptr;
    std::vector<std::string>* doubts_ = nullptr;
    std::string doubt_;
    Figure figure_;
};

template <class Item>
std::vector<std::string> texts_of(const std::vector<Item>& list, std::string Item::*text) {
    std::vector<std::string> texts;
    for (const auto& item : list)
        texts.push_back(item.*text);
    return texts;
}

/// The texts of the list that a cell is one of; nullopt if it is of none, or the record has not got it.
std::optional<std::vector<std::string>> list_of(const Record& record, const Cell& cell) {
    if (cell.position == 0) return std::nullopt;
    if (cell.field == CellField::evaluator) return record.evaluators;
    const auto area = std::find_if(record.areas.begin(), record.areas.end(),
                                   [&](const Area& one) { return one.number == cell.area; });
    if (area == record.areas.end()) return std::nullopt;
    if (cell.field == CellField::role_model) return texts_of(area->role_models, &RoleModel::name);
    if (cell.field == CellField::strength) return texts_of(area->strengths, &Finding::text);
    return cell.field == CellField::improvement ? texts_of(area->improvements, &Finding::text)
                                                : texts_of(area->weaknesses, &Finding::text);
}

/// Where in `list` the text stands for which the decision was made.
std::optional<int> position_of(const Correction& correction, const std::vector<std::string>& list,
                               int position, bool same_source) {
    const auto at = static_cast<std::size_t>(position) - 1;
    const bool there = at < list.size();
    if (there && (!correction.was || list[at] == *correction.was)) return position;
    const auto moved = std::find_if(list.begin(), list.end(), [&](const std::string& text) {
        return correction.was && text == *correction.was;
    });
    if (moved != list.end()) return static_cast<int>(moved - list.begin()) + 1;
    return there && same_source ? std::optional(position) : std::nullopt;
}

/// Where an entry stands that a person added to a list, of which another reading may have more by now: it
/// takes no other's place.
int place_of_added(const Correction& correction, const std::vector<std::string>& list, int position) {
    const auto same = std::find(list.begin(), list.end(), correction.value.value_or(""));
    if (same != list.end()) return static_cast<int>(same - list.begin()) + 1;
    return std::max(position, static_cast<int>(list.size()) + 1);
}

} // namespace

bool can_be_added(const Cell& cell) {
    return cell.position > 0 && (cell.field == CellField::role_model || cell.field == CellField::evaluator);
}

std::optional<Cell> cell_decided(const Correction& correction, const Record& record) {
    auto cell = cell_from(correction.cell);
    if (!cell) return std::nullopt;
    if (const auto list = list_of(record, *cell)) {
        const bool added = can_be_added(*cell) && !correction.was;
        const auto position =
            added ? place_of_added(correction, *list, cell->position)
                  : position_of(correction, *list, cell->position, correction.sha256 == record.sha256);
        if (!position) return std::nullopt;
        cell->position = *position;
    }
    return content_of(record, *cell) ? cell : std::nullopt;
}

std::vector<Correction> in_force(const std::vector<Correction>& corrections) {
    auto in_order = corrections;
    std::stable_sort(in_order.begin(), in_order.end(),
                     [](const Correction& a, const Correction& b) { return a.made_at < b.made_at; });
    std::vector<Correction> standing; // all that were not taken back
    for (auto& correction : in_order) {
        if (!correction.withdrawn) {
            standing.push_back(std::move(correction));
            continue;
        }
        const auto last = std::find_if(standing.rbegin(), standing.rend(), [&](const Correction& other) {
            return other.cell == correction.cell;
        });
        if (last != standing.rend()) standing.erase(std::next(last).base());
    }
    std::vector<Correction> latest;
    for (auto& correction : standing) {
        std::erase_if(latest, [&](const Correction& other) { return other.cell == correction.cell; });
        latest.push_back(std::move(correction));
    }
    return latest;
}

std::optional<CellContent> content_of(const Record& record, const Cell& cell) {
    auto copy = record;
    const CellAccess access(copy, cell);
    if (!access.exists()) return std::nullopt;
    return access.content();
}

Record corrected(const Record& record) {
    auto result = record;
    for (const auto& correction : in_force(record.corrections))
        if (const auto cell = cell_decided(correction, record))
            CellAccess(result, *cell).set(correction.value);
    return result;
}

CorrectionState state_of(const Correction& correction, const Record& record) {
    if (correction.withdrawn) return CorrectionState::withdrawal;
    const auto is_among = [&](const std::vector<Correction>& corrections) {
        return std::find(corrections.begin(), corrections.end(), correction) != corrections.end();
    };
    if (is_among(record.corrections) && !is_among(in_force(record.corrections)))
        return CorrectionState::superseded;
    const auto cell = cell_decided(correction, record);
    const auto content = cell ? content_of(record, *cell) : std::nullopt;
    if (!content) return CorrectionState::without_cell;
    const bool same = content->text == correction.value;
    if (same)
        return correction.was == correction.value ? CorrectionState::confirmed : CorrectionState::needless;
    return content->text == correction.was ? CorrectionState::in_force : CorrectionState::contradicted;
}

const char* name_of(CorrectionState state) {
    switch (state) {
    case CorrectionState::in_force:
        return "in force";
    case CorrectionState::confirmed:
        return "confirmed";
    case CorrectionState::needless:
        return "needless";
    case CorrectionState::contradicted:
        return "contradicted";
    case CorrectionState::superseded:
        return "superseded";
    case CorrectionState::withdrawal:
        return "withdrawal";
    case CorrectionState::without_cell:
        break;
    }
    return "without cell";
}

} // namespace kompass
