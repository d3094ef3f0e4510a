// The scorings by other editions that reports print beside their own. They are of no ranking and no mean.
//
// Part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "enquiry/standings.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kompass::enquiry {

struct OtherScoring {
    int number = 0;             ///< 2 is the first beside the report's own
    std::string edition;        ///< empty: not to be told, or doubtful
    Figures total;              ///< the sum of the eight areas, or else as printed; points alone
    std::vector<Figures> areas; ///< area 1 first, eight
};

/// In order of number.
[[nodiscard]] std::vector<OtherScoring> other_scorings(const archive::Connection& connection,
                                                       std::int64_t report);

} // namespace kompass::enquiry
