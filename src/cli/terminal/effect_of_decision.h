// What a decision changes beside its own cell: checks, the states of other figures, what the evaluation and
// its municipality are called, which others it is ranked with.
//
// Plain values; no errors but an ArchiveError of the connection.
#pragma once

#include "archive/connection.h"
#include "cli/terminal/terminal.h"
#include "enquiry/cell_states.h"
#include "enquiry/checks.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace kompass::cli {

/// How an evaluation stands.
struct Standing {
    std::string key;
    enquiry::CellStates states;
    std::vector<enquiry::LayeredCheck> checks; ///< that do not hold of the figures in effect
    std::map<Cell, std::string> settled;       ///< figures that a decision settled: "7: settled by …"
    std::string municipality;                  ///< name and code of the time; empty: not known
    std::string edition;                       ///< empty: not known
    int beside = 0; ///< how many evaluations of that edition there are, with this one
};

/// Of the evaluation that this report is evidence of. Part of the caller's transaction.
[[nodiscard]] Standing standing(const archive::Connection& connection, std::int64_t report);

/// Whole lines, indented; empty if nothing but `decided` changes.
[[nodiscard]] std::string effect_text(const Standing& before, const Standing& after, const Cell& decided,
                                      const Terminal& terminal);

} // namespace kompass::cli
