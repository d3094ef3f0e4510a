// The checks of one area: rows, sum, maxima, hundred, box.
//
// Each function adds its findings; a check whose figures are not all there adds none. Pure; no errors.
#pragma once

#include "audit/grain.h"
#include "model/figures.h"
#include "model/record.h"

#include <optional>
#include <set>
#include <vector>

namespace kompass::audit {

/// All checks of `area`, in the order of audit().
void check_area(const Area& area, const Grains& grains, std::vector<AuditFinding>& findings);

/// Which checks tell that a figure of `area`, which holds the figures as repaired, is what it was repaired
/// to: those that break with what was read, or, where nothing was read, those that can be made with it alone.
/// The figure is left as it is.
[[nodiscard]] std::set<CheckKind> telling_checks(const Area& area, const Grains& grains, const Figure& figure,
                                                 std::optional<Decimal> read);

/// The questions are numbered 1, 2, 3, …: none was lost from among them.
[[nodiscard]] bool numbered_without_gap(const Area& area);

/// The percent of a total is that of its printed points, or of its unrounded score. `max` is above 0.
[[nodiscard]] Verdict verdict_on_total(Decimal points, Decimal max, Decimal percent,
                                       Grain grain = Grain::whole);

} // namespace kompass::audit
