// Settles anew what stayed doubtful in an area or a column of earlier evaluations, once a person has decided
// another of its figures.
//
// A doubtful figure has candidates: what it may be by what was known when the report was read. With what was
// decided the checks of the area (row, sum, maxima, hundred, box) may leave one of them alone; that is taken,
// kept as a repair whose reason names the checks, and no longer doubtful. Where more than one is left, none,
// or more than can be searched, all stays as it was; so it does where not all checks are there to witness it
// (a question may be missing, a figure is doubtful without candidates), and where the arithmetic left one
// alone without the decision already: settlement.h did not take it then, for good reason. Nothing but
// doubtful figures with candidates changes: what was decided stays. Of a column its sum is the check. Other
// scorings beside the report's own are settled alike. Pure, thread safe, no errors.
#pragma once

#include "model/cell.h"
#include "model/record.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::audit {

struct SettledByDecision {
    Cell cell;
    Decimal value;
    std::vector<CheckKind> checks; ///< that leave it alone; none: all figures together do
    std::string why; ///< "settled by a decision: of 7 and 8 the check of its row leaves 7 alone"
};

/// `record` is `published` with its decisions, `decided` the cells that they are of.
std::vector<SettledByDecision> settle_after_decisions(const Record& published, Record& record,
                                                      const std::set<Cell>& decided);

/// True of the words of one that was settled so; others were misread and repaired.
[[nodiscard]] bool is_settled_by_decision(std::string_view why);

} // namespace kompass::audit
