// What has changed between two releases: reports, figures and decisions, by their lasting names.
//
// Both sides are the CSV files of releases (reports, figures, decisions), so that a release of an older
// kompass can be compared too. A figure is told of where its evaluation is in both. Pure but for reading
// files; throws std::runtime_error if one cannot be read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kompass::publish {

struct Change {
    std::string what;       ///< "report", "figure" or "decision"
    std::string evaluation; ///< its key
    std::string cell;       ///< empty: of a report
    std::string how;        ///< "added", "changed" or "gone"
    std::string before, after;
};

/// The files of a release that are compared.
[[nodiscard]] std::vector<std::string> compared_files();

/// By what, evaluation and cell.
[[nodiscard]] std::vector<Change> changes_between(const std::filesystem::path& before,
                                                  const std::filesystem::path& after);

[[nodiscard]] std::string changes_sheet(const std::vector<Change>& changes);

} // namespace kompass::publish
