// The checks of one area: rows, sum, maxima, hundred, box.
//
// Each function adds its findings; a check whose figures are not all there adds none. Pure; no errors.
#pragma once

#include "model/record.h"

#include <vector>

namespace kompass::audit {

/// All checks of `area`, in the order of audit().
void check_area(const Area& area, std::vector<AuditFinding>& findings);

} // namespace kompass::audit
