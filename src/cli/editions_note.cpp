#include "cli/editions_note.h"

#include "model/instrument.h"
#include "text/fitting.h"

#include <fmt/format.h>

#include <set>

namespace kompass::cli {

std::string editions_note(const std::vector<std::string>& editions) {
    std::set<std::string> different;
    for (const auto& edition : editions)
        different.insert(edition.empty() ? "unknown" : edition);
    if (different.size() < 2) return {};
    return fmt::format(
        "Scores of different editions ({}) do not compare: the instrument was revised in between, "
        "and its publisher says that scores of earlier editions differ by 80–100 points of {}.",
        text::joined({different.begin(), different.end()}, ", "), points_of_all_areas);
}

} // namespace kompass::cli
