#include "cli/editions_note.h"

#include "enquiry/standings.h"
#include "model/instrument.h"
#include "text/fitting.h"
#include "text/language.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace kompass::cli {

std::string editions_note(const std::vector<std::string>& editions) {
    std::set<std::string> different;
    for (const auto& edition : editions)
        different.insert(edition.empty() ? text::tr("unknown") : edition);
    if (different.size() < 2) return {};
    return text::tr(
        "Scores of different editions ({}) do not compare: the instrument was revised in between, "
        "and its publisher says that scores of earlier editions differ by 80–100 points of {}.",
        text::joined({different.begin(), different.end()}, ", "), points_of_all_areas);
}

void require_edition_in_use(const archive::Connection& connection, const std::string& edition) {
    const auto there = enquiry::editions_in_use(connection);
    if (edition.empty() || std::find(there.begin(), there.end(), edition) != there.end()) return;
    throw std::runtime_error(text::tr("no report is of an edition '{}'; there {}", edition,
                                      there.empty()
                                          ? text::tr("is no report of a known one")
                                          : text::tr("are reports of ") + text::joined(there, ", ")));
}

} // namespace kompass::cli
