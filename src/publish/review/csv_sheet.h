// The review sheet as CSV: a row for each cell to be decided, with columns for a person to fill in, in the
// form that `kompass corrections import` takes. Pure.
#pragma once

#include "publish/review/reviewed_report.h"

#include <string>
#include <vector>

namespace kompass::publish {

[[nodiscard]] std::string review_csv(const std::vector<ReviewedReport>& reports);

} // namespace kompass::publish
