// The history's part of settle() (settlement.h): columns of earlier evaluations, by their sums.
//
// Pure but for the column that it is given.
#pragma once

#include "audit/evidence.h"
#include "model/record.h"
#include "rules/digit_misreadings.h"

#include <optional>

namespace kompass::audit {

/// `points_in_all` is the sum of the report's own areas, if the column is of its year.
void settle_column(HistoryColumn& column, std::optional<Decimal> points_in_all, const Evidence& evidence,
                   const rules::DigitMisreadings& misreadings);

} // namespace kompass::audit
