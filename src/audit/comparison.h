// A finding on two figures that must be the same.
//
// Rounding explains nothing here: both figures are printed as they are where they come from. Pure; no errors.
#pragma once

#include "model/record.h"

#include <string>

namespace kompass::audit {

struct Comparison {
    CheckKind kind = CheckKind::maxima;
    int area = 0; ///< 0: not of one area
    Cell cell;
    Decimal printed;
    Decimal expected;
    std::string if_equal, if_not; ///< the explanation in either case
    Places places;
};

/// Exact if printed and expected are equal, else inconsistent.
[[nodiscard]] AuditFinding compared(const Comparison& comparison);

} // namespace kompass::audit
