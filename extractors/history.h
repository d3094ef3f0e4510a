// The table of earlier evaluations: a column of points a year, a row an area, and the totals.
#pragma once

#include "audit/evidence.h"
#include "extractors/scoring_marks.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <vector>

namespace kompass {

/// Columns in the order printed, but for those that bear the mark of the `other` scoring (scorings.h); empty
/// if the report has no such table. Figures that OCR was not sure of are noted in `evidence`.
[[nodiscard]] std::vector<HistoryColumn> extract_history(const Blocks& blocks, ScoringMark other,
                                                         const rules::Knowledge& knowledge,
                                                         audit::Evidence& evidence);

} // namespace kompass
