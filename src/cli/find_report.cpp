#include "cli/find_report.h"

#include "cli/text.h"

#include <fmt/format.h>

#include <stdexcept>

namespace kompass::cli {

archive::ReportSummary find_report(const archive::Archive& archive, const std::vector<std::string>& words) {
    const auto reference = joined(words, " ");
    const auto found = archive.find(reference);
    if (found.size() == 1) return found.front();
    if (found.empty())
        throw std::runtime_error("no report '" + reference + "': kompass list shows those there are");

    auto message =
        fmt::format("'{}' may be any of {}; name one by its id:", reference, counted(found.size(), "report"));
    for (const auto& report : found) {
        const auto year = report.year ? fmt::format(" {}", *report.year) : "";
        message += fmt::format("\n  {}  {}{} ({})", report.id, report.municipality, year, report.file);
    }
    throw std::runtime_error(message);
}

} // namespace kompass::cli
