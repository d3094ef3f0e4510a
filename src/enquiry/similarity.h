// Which reports have a profile like another's.
//
// A profile is the eight areas' points in per cent of their maxima. The distance of two is the root of the
// mean square of their eight differences, in percentage points: 0 is the same profile. Only reports of the
// same edition that state all eight areas have one.
#pragma once

#include "enquiry/standings.h"
#include "model/instrument.h"

#include <array>
#include <optional>
#include <vector>

namespace kompass::enquiry {

struct Likeness {
    ReportName report;
    double distance = 0;
    std::array<int, area_count> differences{}; ///< of areas 1 to 8, percentage points; positive: it has more
    /// Of what they are counted from, in both reports.
    std::array<std::optional<State>, area_count> states{};

    [[nodiscard]] std::optional<State> state() const;
};

/// The others, the likest first; empty if the report itself has no profile. Part of the caller's transaction.
[[nodiscard]] std::vector<Likeness> similar_reports(const archive::Connection& connection,
                                                    std::int64_t report);

} // namespace kompass::enquiry
