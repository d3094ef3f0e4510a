// The figures that an audit finding names in words: what stands there, and what the rest allows.
//
// "10 of 15, 65 %" and "9–10 of 15, or 65–68 %" become numbers, so that findings can be asked for by them.
// What a finding does not name, or names in words alone ("a maximum above 0"), is none. Pure; no errors: a
// text that no finding of this program has names no figure.
#pragma once

#include "model/record.h"

#include <optional>

namespace kompass::archive {

struct Bounds {
    Decimal from, to; ///< both belong to it; of a single figure they are equal

    bool operator==(const Bounds&) const = default;
};

struct FindingFigures {
    std::optional<Decimal> points, max, percent; ///< what stands there of what was checked
    std::optional<Bounds> expected_points, expected_max, expected_percent;

    bool operator==(const FindingFigures&) const = default;
};

[[nodiscard]] FindingFigures figures_of(const AuditFinding& finding);

} // namespace kompass::archive
