// The table of earlier evaluations: a column of points a year, a row an area, and the totals.
#pragma once

#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <vector>

namespace kompass {

/// Columns in the order printed; empty if the report has no such table.
[[nodiscard]] std::vector<HistoryColumn> extract_history(const Blocks& blocks,
                                                         const rules::Knowledge& knowledge);

} // namespace kompass
