// The instrument's shape, which no edition has changed: eight areas, each of a hundred points.
//
// What an edition may change (titles, questions, their maxima) is in rules/editions. Pure; no errors.
#pragma once

namespace kompass {

inline constexpr int area_count = 8;
inline constexpr int points_an_area = 100;
inline constexpr int points_of_all_areas = area_count * points_an_area;
/// Nobody reaches more than the maximum.
inline constexpr int most_percent = 100;

} // namespace kompass
