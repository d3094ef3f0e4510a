#include "model/record_diff.h"

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
        for (const auto& [label, value] : record.key_facts)
            add_to_list("key facts", fmt::format("{}: {}", label, value));
        for (const auto& finding : record.findings_of_audit)
            if (finding.verdict == Verdict::inconsistent)
                add_to_list("inconsistencies", fmt::format("{}: {}", finding.cell, finding.explanation));
        for (const auto& trouble : record.troubles)
            add_to_list("remarks", describe(trouble));
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
        add("municipality", record.municipality, record.doubtful);
        add("municipality code", record.municipality_code);
        add("year", record.year, record.doubtful);
        add("month", record.month, record.doubtful);
        add("ordinal", record.ordinal, record.doubtful);
        add("interviewees", record.interviewees, record.doubtful);
        add("document date", record.document_date.value_or(""));
        add("edition", record.edition, record.doubtful);
        for (const auto& name : record.evaluators)
            add_to_list("evaluators", name);
        for (const auto& field : record.doubtful)
            add_to_list("doubtful", field);
    }

    void add_area(const Area& area) {
        const auto name = fmt::format("area {}", area.number);
        add(name + " title", area.title);
        add(name + " table title", area.table_title.value_or(""));
        add(name + " box points", area.box_points);
        add_score(name + " total", area.total);
        for (const auto& heading : area.box_headings)
            add_to_list(name + " box headings", heading);
        for (const auto& question : area.questions) {
            add(question.number + " text", question.text);
            add_score(question.number, question.score);
        }
        for (const auto& [kind, findings] :
             {std::pair{"strengths", &area.strengths}, std::pair{"improvements", &area.improvements},
              std::pair{"weaknesses", &area.weaknesses}})
            for (const auto& finding : *findings)
                add_to_list(name + " " + kind, finding.text);
        for (const auto& model : area.role_models)
            add_to_list(name + " role models", model.name);
        for (const auto& paragraph : area.prose)
            add_to_list(name + " text", paragraph.text);
        for (const auto& field : area.doubtful)
            add_to_list(name + " doubtful", field);
    }

    void add_score(const std::string& name, const Score& score) {
        add(name + " points", score.points, score.doubtful, "points");
        add(name + " max", score.max, score.doubtful, "max");
        add(name + " percent", score.percent, score.doubtful, "percent");
    }

    void add_history(const HistoryColumn& column) {
        const auto name = fmt::format("history {}", column.year);
        for (std::size_t i = 0; i < column.areas.size(); ++i)
            add(fmt::format("{} area {}", name, i + 1), column.areas[i]);
        add(name + " total", column.total);
    }

    /// A doubtful value bears a "?", as everywhere.
    void add(const std::string& cell, const std::optional<int>& value,
             const std::vector<std::string>& doubtful = {}, const std::string& field = {}) {
        add(cell, value ? std::to_string(*value) : "", doubtful, field);
    }
    void add(const std::string& cell, const std::string& value, const std::vector<std::string>& doubtful = {},
             const std::string& field = {}) {
        const bool doubt =
            std::find(doubtful.begin(), doubtful.end(), field.empty() ? cell : field) != doubtful.end();
        const auto text = doubt ? (value.empty() ? "–" : value) + "?" : value;
        if (text.empty()) return;
        // A number met twice (a question read twice) keeps its first cell, as its own.
        if (values_.emplace(cell, text).second)
            cells_.push_back(cell);
        else
            add_to_list(cell + " again", text);
    }

    void add_to_list(const std::string& cell, const std::string& text) {
        auto& list = lists_[cell];
        if (list.empty()) cells_.push_back(cell);
        list.push_back(text);
    }

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

} // namespace

Differences differences(const Record& before, const Record& after) {
    if (to_json(before) == to_json(after)) return {};
    const Sheet old_sheet(before);
    const Sheet new_sheet(after);
    Differences found;
    for (const auto& cell : cells_of(old_sheet, new_sheet)) {
        const auto old_value = old_sheet.value(cell);
        const auto new_value = new_sheet.value(cell);
        if (old_value != new_value) found.push_back({cell, old_value, new_value});
        compare_lists(cell, old_sheet.list(cell), new_sheet.list(cell), found);
    }
    if (found.empty()) found.push_back({"places and notes", std::nullopt, std::nullopt});
    return found;
}

} // namespace kompass
