// The checks of the table of earlier evaluations.
//
// A column sums to its total, and the column of the report's own year equals the report's areas. A check
// whose figures are not all there adds no finding. Pure; no errors.
#pragma once

#include "model/record.h"

#include <vector>

namespace kompass::audit {

/// All checks of the record's history, column by column.
void check_history(const Record& record, std::vector<AuditFinding>& findings);

} // namespace kompass::audit
