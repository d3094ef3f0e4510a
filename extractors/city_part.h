// A city district that a title names above or beside its city: "ANALYS AV / NORRA BACKEN / EXEMPELSTADS
// STAD".
//
// What stands below the title's word is no municipality, what stands below that is one. Whether it is a
// district the front says elsewhere, or nobody does. Pure.
#pragma once

#include "rules/knowledge.h"

#include <optional>
#include <string>
#include <string_view>

namespace kompass {

struct CityPart {
    std::string name; ///< as it is printed
    std::string rule; ///< the id of that which found it
};

[[nodiscard]] std::optional<CityPart> part_of_city_in(std::string_view front,
                                                      const rules::Knowledge& knowledge);

[[nodiscard]] bool speaks_of_districts(std::string_view front);

} // namespace kompass
