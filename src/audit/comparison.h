// A finding on two whole numbers that must be the same.
//
// Rounding explains nothing here: both figures are whole where they come from. Pure; no errors.
#pragma once

#include "model/record.h"

#include <cstdint>
#include <string>

namespace kompass::audit {

struct Comparison {
    CheckKind kind = CheckKind::maxima;
    int area = 0; ///< 0: not of one area
    Cell cell;
    std::int64_t printed = 0;
    std::int64_t expected = 0;
    std::string if_equal, if_not; ///< the explanation in either case
    Places places;
};

/// Exact if printed and expected are equal, else inconsistent.
[[nodiscard]] AuditFinding compared(const Comparison& comparison);

} // namespace kompass::audit
