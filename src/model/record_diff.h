// How two records of the same source differ, cell by cell, in words that a person reads.
//
// A cell has its name (model/cell.h). Lists of texts are compared as sets with counts: an entry
// that came or went is a difference of its own, a mere change of order is one named "area 3 strengths order".
// Places, the notes of repairs and the words of the account count only as one difference, "places and notes",
// and only where nothing else differs. Records that are equal as JSON have no differences. Pure functions.
#pragma once

#include "model/record.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass {

struct Difference {
    std::string cell;                         ///< its name, of a list that changed its order with that word
    std::optional<std::string> before, after; ///< nullopt: nothing stood or stands there

    bool operator==(const Difference&) const = default;
};

using Differences = std::vector<Difference>;

[[nodiscard]] Differences differences(const Record& before, const Record& after);

} // namespace kompass
