#include "model/record_diff.h"

#include "model/record_facts.h"
#include "model/record_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace kompass {
namespace {

/// A record laid out for comparison: single values by cell, lists of texts by cell.
class Sheet {
public:
    explicit Sheet(const Record& record) {
        add_identity(record);
        for (const auto& area : record.areas)
            add_area(area);
        for (const auto& column : record.history)
            add_history(column);
        for (std::size_t i = 0; i < record.scorings.size(); ++i)
            add_scoring(record.scorings[i], number_of_scoring(i));
        for (const auto& [label, value] : record.key_facts)
            add_to_list(report_cell(CellField::key_facts), fmt::format("{}: {}", label, value));
        for (const auto& chapter : record.chapters) {
            const auto head = chapter.heading.empty() ? std::string("–") : chapter.heading;
            add_to_list(report_cell(CellField::chapters), head);
            for (const auto& paragraph : chapter.paragraphs)
                add_to_list(report_cell(CellField::chapters), fmt::format("{}: {}", head, paragraph.text));
        }
        for (const auto& finding : record.findings_of_audit)
            if (finding.verdict == Verdict::inconsistent)
                add_to_list(report_cell(CellField::inconsistencies),
                            fmt::format("{}: {}", name_of(finding.cell), finding.explanation));
        for (const auto& trouble : record.troubles)
            add_to_list(report_cell(CellField::remarks), describe(trouble));
        if (record.account) add(report_cell(CellField::account), summary(*record.account));
    }

    [[nodiscard]] const std::vector<std::string>& cells() const { return cells_; }
    [[nodiscard]] std::optional<std::string> value(const std::string& cell) const {
        const auto found = values_.find(cell);
        return found == values_.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] std::vector<std::string> list(const std::string& cell) const {
        const auto found = lists_.find(cell);
        return found == lists_.end() ? std::vector<std::string>{} : found->second;
    }

private:
    void add_identity(const Record& record) {
        add(CellField::municipality, record.municipality, record.doubtful);
        add(CellField::municipality_code, record.municipality_code, record.doubtful);
        add(CellField::year, text_of(record.year), record.doubtful);
        add(CellField::month, text_of(record.month), record.doubtful);
        add(CellField::ordinal, text_of(record.ordinal), record.doubtful);
        add(CellField::interviewees, text_of(record.interviewees), record.doubtful);
        add(CellField::document_date, record.document_date.value_or(""), record.doubtful);
        add(CellField::edition, record.edition, record.doubtful);
        for (const auto& name : record.evaluators)
            add_to_list(report_cell(CellField::evaluators), name);
        for (const auto& field : record.doubtful)
            add_to_list(report_cell(CellField::doubtful), field);
    }

    void add_area(const Area& area) {
        const auto cell = [&](CellField field) { return area_cell(area.number, field); };
        add(cell(CellField::title), area.title);
        add(cell(CellField::table_title), area.table_title.value_or(""));
        add(cell(CellField::box_points), text_of(area.box_points));
        add_score(total_cell(area.number, CellField::whole), area.total);
        for (const auto& heading : area.box_headings)
            add_to_list(cell(CellField::box_headings), heading);
        for (const auto& question : area.questions) {
            add(question_cell(question.number, CellField::text), question.text);
            add_score(question_cell(question.number, CellField::whole), question.score);
        }
        for (const auto& [field, findings] : {std::pair{CellField::strengths, &area.strengths},
                                              std::pair{CellField::improvements, &area.improvements},
                                              std::pair{CellField::weaknesses, &area.weaknesses}})
            for (const auto& finding : *findings)
                add_to_list(cell(field), finding.text);
        for (const auto& model : area.role_models)
            add_to_list(cell(CellField::role_models), model.name);
        for (const auto& paragraph : area.prose)
            add_to_list(cell(CellField::text), paragraph.text);
        for (const auto& field : area.doubtful)
            add_to_list(cell(CellField::doubtful), field);
    }

    void add_score(Cell cell, const Score& score) {
        for (const auto& [field, value] :
             {std::pair{CellField::points, score.points}, std::pair{CellField::max, score.max},
              std::pair{CellField::percent, score.percent}}) {
            cell.field = field;
            add(cell, text_of(value), score.doubtful);
        }
    }

    void add_history(const HistoryColumn& column) {
        for (std::size_t i = 0; i < column.areas.size(); ++i)
            add(history_cell(column.year, static_cast<int>(i) + 1), text_of(column.areas[i]));
        add(history_cell(column.year, 0), text_of(column.total));
    }

    void add_scoring(const Scoring& scoring, int number) {
        scoring_ = number;
        add(CellField::edition, scoring.edition, scoring.doubtful);
        for (const auto& area : scoring.areas)
            add_area(area);
        add_score(grand_total_cell(CellField::whole), scoring.total);
        for (const auto& column : scoring.history)
            add_history(column);
        scoring_ = 0;
    }

    static std::string text_of(const std::optional<Decimal>& value) { return value ? value->text() : ""; }

    void add(CellField field, const std::string& value, const std::vector<std::string>& doubtful) {
        add(report_cell(field), value, doubtful);
    }

    /// A doubtful value bears a "?", as everywhere.
    void add(const Cell& cell, const std::string& value, const std::vector<std::string>& doubtful = {}) {
        const bool doubt = is_doubtful(doubtful, note_of(cell));
        const auto text = doubt ? (value.empty() ? "–" : value) + "?" : value;
        if (text.empty()) return;
        // A number met twice (a question read twice) keeps its first cell, as its own.
        const auto name = name_of(of_scoring(scoring_, cell));
        if (values_.emplace(name, text).second)
            cells_.push_back(name);
        else
            add_to_list(name + " again", text);
    }

    void add_to_list(const Cell& cell, const std::string& text) {
        add_to_list(name_of(of_scoring(scoring_, cell)), text);
    }

    void add_to_list(const std::string& cell, const std::string& text) {
        auto& list = lists_[cell];
        if (list.empty()) cells_.push_back(cell);
        list.push_back(text);
    }

    int scoring_ = 0;                ///< whose cells are added
    std::vector<std::string> cells_; ///< in the order of the record
    std::map<std::string, std::string> values_;
    std::map<std::string, std::vector<std::string>> lists_;
};

/// The cells of both, those of `before` first.
std::vector<std::string> cells_of(const Sheet& before, const Sheet& after) {
    auto cells = before.cells();
    const std::set<std::string> known(cells.begin(), cells.end());
    std::copy_if(after.cells().begin(), after.cells().end(), std::back_inserter(cells),
                 [&](const std::string& cell) { return !known.contains(cell); });
    return cells;
}

/// What is in `from` and not in `other`, each as often as it is there too often.
std::vector<std::string> surplus(const std::vector<std::string>& from,
                                 const std::vector<std::string>& other) {
    std::multiset<std::string> rest(other.begin(), other.end());
    std::vector<std::string> found;
    for (const auto& text : from) {
        if (const auto same = rest.find(text); same != rest.end())
            rest.erase(same);
        else
            found.push_back(text);
    }
    return found;
}

void compare_lists(const std::string& cell, const std::vector<std::string>& before,
                   const std::vector<std::string>& after, Differences& found) {
    if (before == after) return;
    const auto gone = surplus(before, after);
    const auto come = surplus(after, before);
    for (const auto& text : gone)
        found.push_back({cell, text, std::nullopt});
    for (const auto& text : come)
        found.push_back({cell, std::nullopt, text});
    if (gone.empty() && come.empty()) found.push_back({cell + " order", std::nullopt, std::nullopt});
}

/// All that it says, whatever made it.
std::string content_of(Record record) {
    record.extracted_by.reset();
    return to_json(record);
}

} // namespace

Differences differences(const Record& before, const Record& after) {
    if (content_of(before) == content_of(after)) return {};
    const Sheet old_sheet(before);
    const Sheet new_sheet(after);
    Differences found;
    for (const auto& cell : cells_of(old_sheet, new_sheet)) {
        const auto old_value = old_sheet.value(cell);
        const auto new_value = new_sheet.value(cell);
        if (old_value != new_value) found.push_back({cell, old_value, new_value});
        compare_lists(cell, old_sheet.list(cell), new_sheet.list(cell), found);
    }
    if (found.empty())
        found.push_back({name_of(report_cell(CellField::places_and_notes)), std::nullopt, std::nullopt});
    return found;
}

} // namespace kompass
