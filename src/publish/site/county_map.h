// A map of Sweden's counties: a tile each, about where it lies, with how many municipalities it has reports
// of.
//
// It is a list for who hears it and for who has no style sheet, in order from north to south; the style sheet
// lays the tiles out. The number stands in each tile, so that nothing is told by shade alone. Pure; no
// errors.
#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace kompass::publish::site {

/// The county of a Swedish municipality's code: "14" of "1480"; empty of another country's.
[[nodiscard]] std::string county_of_code(const std::string& municipality_code);

/// The element of a county's municipalities on the page: "lan-14".
[[nodiscard]] std::string id_of_county(const std::string& county);

/// `municipalities`: how many, by the county's code. Empty if none of them is one of Sweden's 21.
[[nodiscard]] std::string county_map(const std::map<std::string, std::size_t>& municipalities);

} // namespace kompass::publish::site
