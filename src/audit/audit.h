// The arithmetic of a report (DOMAIN: rows, sums, maxima, box, history): exact, explained by rounding, or
// inconsistent.
//
// Behind a printed row (points p, maximum m, percent c) is an unrounded score x with p = round(x), to whole
// points or to halves as the report gives them (audit/grain.h), and c = round(100·x/m). Nothing here changes
// a figure; a check whose figures are not all there is not made. docs/audit.md tells the arithmetic in words,
// with examples. Pure functions, thread safe, no errors: whatever figures a record holds, each check has a
// verdict. Decisions are taken in whole numbers, never in floating point.
#pragma once

#include "audit/grain.h"
#include "model/record.h"

#include <optional>
#include <vector>

namespace kompass::audit {

/// The unrounded scores a printed row allows; empty if lower > upper. Both ends belong to it, since the
/// direction in which the publisher rounds halves is not known.
struct Interval {
    double lower = 0, upper = 0;

    [[nodiscard]] bool empty() const { return lower > upper; }
};

/// nullopt unless points are there. Without maximum or percent, points alone bound it.
[[nodiscard]] std::optional<Interval> unrounded(const Score& score, Grain grain = Grain::whole);

/// Every check that the record's figures allow, in order: by area (row of each question, row of the total,
/// sum, maxima, hundred, box), then by history column (sum, agreement with the report's own year), then the
/// same of each other scoring.
[[nodiscard]] std::vector<AuditFinding> audit(const Record& record);

} // namespace kompass::audit
