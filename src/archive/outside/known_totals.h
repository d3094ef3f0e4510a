// Totals that other publications than the reports give of evaluations: the table `known_total`.
//
// They are compared with what the archive has (the view `known_totals`) and change nothing in it. What one
// source says of one evaluation is one statement: imported again it takes the place of what was there. Each
// function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "archive/outside/keeping.h"
#include "model/decimal.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass::archive {

struct KnownTotals {
    std::string municipality, municipality_code;
    int year = 0;
    std::optional<int> month;      ///< none: of whichever evaluation there was in that year
    std::map<int, Decimal> points; ///< by the area's number; 0: all areas together
    std::string source;            ///< the publication, as a person would cite it

    bool operator==(const KnownTotals&) const = default;
};

/// In place of what the same source said of the same evaluation.
Keeping keep_known_totals(Connection& connection, const KnownTotals& totals);

/// Takes out all that the source said. Of how many evaluations that was.
std::size_t forget_known_totals(Connection& connection, const std::string& source);

/// By municipality's code, year, month and source.
[[nodiscard]] std::vector<KnownTotals> list_known_totals(const Connection& connection);

} // namespace kompass::archive
