#include "model/overlay.h"

#include "model/figures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace kompass {
namespace {

std::optional<int> whole_number(const std::string& text) {
    int number = 0;
    const auto* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || at != end) return std::nullopt;
    return number;
}

/// A cell of one record, that can be read and written.
class CellAccess {
public:
    /// There is nothing to read or write if the record has no such cell.
    CellAccess(Record& record, const Cell& cell) {
        find_identity(record, cell);
        for (auto& area : record.areas)
            find_text(area, cell);
        for (auto& figure : figures(record))
            if (figure.cell == cell) figure_ = std::move(figure);
        if (figure_.value != nullptr) number_ = figure_.value;
    }

    [[nodiscard]] bool exists() const { return text_ != nullptr || number_ != nullptr || date_ != nullptr; }

    [[nodiscard]] CellContent content() const {
        CellContent content;
        content.whole_number = number_ != nullptr;
        if (number_ != nullptr && *number_) content.text = std::to_string(**number_);
        if (date_ != nullptr) content.text = *date_;
        if (text_ != nullptr && !text_->empty()) content.text = *text_;
        return content;
    }

    void set(const std::string& value) {
        if (number_ != nullptr) *number_ = whole_number(value);
        if (date_ != nullptr) *date_ = value;
        if (text_ != nullptr) {
            if (dependent_ != nullptr && *text_ != value) dependent_->clear();
            *text_ = value;
        }
        if (figure_.value != nullptr) figure_.trust();
        if (doubts_ != nullptr) std::erase(*doubts_, doubt_);
    }

private:
    void find_identity(Record& record, const Cell& cell) {
        if (cell.kind != CellKind::report) return;
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

    void find_text(Area& area, const Cell& cell) {
        if (cell == area_cell(area.number, CellField::title)) text_ = &area.title;
        for (auto& question : area.questions)
            if (cell == question_cell(question.number, CellField::text)) text_ = &question.text;
        if (cell.kind != CellKind::area || cell.area != area.number) return;
        if (cell.field == CellField::strength) find_finding(area.strengths, cell.position);
        if (cell.field == CellField::improvement) find_finding(area.improvements, cell.position);
        if (cell.field == CellField::weakness) find_finding(area.weaknesses, cell.position);
    }

    void find_finding(std::vector<Finding>& findings, int position) {
        if (position >= 1 && static_cast<std::size_t>(position) <= findings.size())
            text_ = &findings[static_cast<std::size_t>(position) - 1].text;
    }

    std::string* text_ = nullptr;
    std::string* dependent_ = nullptr; ///< holds of the text only as it stood
    std::optional<int>* number_ = nullptr;
    std::optional<std::string>* date_ = nullptr;
    std::vector<std::string>* doubts_ = nullptr;
    std::string doubt_;
    Figure figure_;
};

} // namespace

std::optional<CellContent> content_of(const Record& record, const Cell& cell) {
    auto copy = record;
    const CellAccess access(copy, cell);
    if (!access.exists()) return std::nullopt;
    return access.content();
}

Record corrected(const Record& record) {
    auto result = record;
    for (const auto& correction : record.corrections) {
        const auto cell = cell_from(correction.cell);
        if (!cell) continue;
        if (CellAccess access(result, *cell); access.exists()) access.set(correction.value);
    }
    return result;
}

CorrectionState state_of(const Correction& correction, const Record& record) {
    const auto cell = cell_from(correction.cell);
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
    case CorrectionState::without_cell:
        break;
    }
    return "without cell";
}

} // namespace kompass
