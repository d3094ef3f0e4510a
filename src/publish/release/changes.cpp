#include "publish/release/changes.h"

#include "publish/release/checksums.h"
#include "text/csv.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace kompass::publish {
namespace {

namespace fs = std::filesystem;

using Key = std::array<std::string, 3>; ///< evaluation, cell, and what tells several of a cell apart
using Values = std::map<Key, std::string>;

/// One of the files that are compared: which of its columns name a row, and which say what it is.
struct Compared {
    const char *what, *file;
    const char* cell;                       ///< empty: it is of no cell
    std::vector<const char*> others, value; ///< others: that tell rows of a cell apart
};

const std::array<Compared, 3>& compared() {
    static const std::array<Compared, 3> all{
        Compared{"report", "reports.csv", "", {}, {"document", "edition", "parts"}},
        Compared{"figure", "figures.csv", "cell", {}, {"effective", "state"}},
        Compared{
            "decision", "decisions.csv", "cell", {"decided", "document"}, {"value", "withdrawn", "why"}}};
    return all;
}

std::string joined(const text::CsvRow& row, const std::vector<const char*>& columns) {
    std::string text;
    for (const auto* column : columns) {
        const auto field = row[column];
        if (!field.empty()) text += (text.empty() ? "" : ", ") + field;
    }
    return text;
}

/// Two rows of one name (a history told of twice) are one, of both values.
Values values_of(const fs::path& folder, const Compared& file) {
    Values values;
    const auto path = folder / file.file;
    for (const auto& row : text::parsed_csv(bytes_of(path), path.string()).rows) {
        auto& value = values[{row["evaluation"], row[file.cell], joined(row, file.others)}];
        value += (value.empty() ? "" : "; ") + joined(row, file.value);
    }
    return values;
}

std::set<std::string> evaluations_of(const Values& reports) {
    std::set<std::string> evaluations;
    for (const auto& [key, value] : reports)
        evaluations.insert(key[0]);
    return evaluations;
}

void compare(const Compared& file, const Values& before, const Values& after, std::vector<Change>& changes) {
    const auto value_in = [](const Values& values, const Key& key) {
        const auto found = values.find(key);
        return found == values.end() ? std::nullopt : std::optional(found->second);
    };
    std::set<Key> keys;
    for (const auto* values : {&before, &after})
        for (const auto& [key, value] : *values)
            keys.insert(key);
    for (const auto& key : keys) {
        const auto was = value_in(before, key), is = value_in(after, key);
        if (was == is) continue;
        const auto* how = !was ? "added" : !is ? "gone" : "changed";
        changes.push_back({file.what, key[0], key[1], how, was.value_or(""), is.value_or("")});
    }
}

/// What is of evaluations that only one side has is told by their reports.
void leave(Values& values, const std::set<std::string>& evaluations) {
    std::erase_if(values, [&](const auto& entry) { return evaluations.count(entry.first[0]) == 0; });
}

} // namespace

std::vector<std::string> compared_files() {
    std::vector<std::string> files;
    for (const auto& file : compared())
        files.emplace_back(file.file);
    return files;
}

std::vector<Change> changes_between(const fs::path& before, const fs::path& after) {
    std::vector<Change> changes;
    const auto earlier = evaluations_of(values_of(before, compared()[0]));
    const auto now = evaluations_of(values_of(after, compared()[0]));
    for (const auto& file : compared()) {
        auto was = values_of(before, file), is = values_of(after, file);
        if (std::string_view(file.what) == "figure") {
            leave(was, now);
            leave(is, earlier);
        }
        compare(file, was, is, changes);
    }
    return changes;
}

std::string changes_sheet(const std::vector<Change>& changes) {
    auto sheet = text::csv_line({"what", "evaluation", "cell", "change", "before", "after"});
    for (const auto& change : changes)
        sheet += text::csv_line(
            {change.what, change.evaluation, change.cell, change.how, change.before, change.after});
    return sheet;
}

} // namespace kompass::publish
