// A scoring beside the report's own, judged by its own arithmetic: as if it were all that the report prints.
//
// Its figures and the report's say nothing of each other. Pure, no errors.
#pragma once

#include "model/record.h"

#include <vector>

namespace kompass::audit {

/// The scoring as a report of that evaluation which prints nothing else.
[[nodiscard]] Record as_report(const Scoring& scoring, const Record& report);

/// Checks rows, sums and history as those of a report, and that the areas sum to the grand total, exactly.
/// `number` is the scoring's in the report.
void check_scoring(const Scoring& scoring, int number, const Record& report,
                   std::vector<AuditFinding>& findings);

} // namespace kompass::audit
