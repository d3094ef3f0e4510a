// The history's part of settle() (settlement.h): columns of earlier evaluations, by their sums.
//
// Pure but for the column that it is given.
#pragma once

#include "audit/evidence.h"
#include "model/record.h"
#include "rules/digit_misreadings.h"

#include <optional>
#include <vector>

namespace kompass::audit {

/// `points_in_all` is the sum of the report's own areas, if the column is of its year.
void settle_column(HistoryColumn& column, std::optional<Decimal> points_in_all, const Evidence& evidence,
                   const rules::DigitMisreadings& misreadings);

/// Of the eight areas' options and the total's, those that take part in a choice that makes the sum hold;
/// none of any where none does.
[[nodiscard]] std::vector<std::vector<Decimal>>
options_that_sum(std::vector<std::vector<Decimal>> options_of_column);

} // namespace kompass::audit
