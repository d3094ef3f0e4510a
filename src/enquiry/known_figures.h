// What other publications give of evaluations, beside what the archive has of them: the view `known_totals`.
//
// Part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "model/decimal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kompass::enquiry {

/// One figure that a publication gives, and one evaluation that it may be of.
struct KnownFigure {
    std::optional<std::int64_t> report; ///< of the preferred document; none: the archive has no report of it
    std::string municipality;
    int year = 0;
    std::optional<int> month;      ///< as the publication tells it
    int area = 0;                  ///< 0: all areas together
    Decimal known;                 ///< as published elsewhere
    std::optional<Decimal> points; ///< in effect here
    std::string points_state;      ///< of that: "sound", "doubtful", …
    std::string state;             ///< "agrees", "differs", "no figure" or "no report"
    std::string publication;       ///< that gives it
};

/// By municipality's code, year, month, publication and area.
[[nodiscard]] std::vector<KnownFigure> list_known_figures(const archive::Connection& connection);

} // namespace kompass::enquiry
