// The place of a bullet: white before it, text behind it, on one level.
//
// A rule down ends what stands on a level: what is beyond it belongs to another cell. Pure.
#pragma once

#include "read/image/clean_page.h"

#include <optional>

namespace kompass::read::bullet_place {

/// Points. Reports set their lists in type of 8 to 14 points.
inline constexpr double least_gap = 3.5, greatest_gap = 24; ///< between a bullet and its text

/// Whether no ink stands within `reach` points before the box, `around` pixels above and below it too.
[[nodiscard]] bool is_free_before(const PixelBox& box, double reach, int around, const CleanPage& page);

/// The text that begins behind the box on its level and `around` it; none if something stands nearer than
/// `nearest` points, or there is too little.
[[nodiscard]] std::optional<PixelBox> text_behind(const PixelBox& box, double nearest, int around,
                                                  const CleanPage& page);

} // namespace kompass::read::bullet_place
