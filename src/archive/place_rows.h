// A place as columns of a row: page, x0, y0, x1, y1; the last four NULL where there is no geometry.
#pragma once

#include "archive/connection.h"
#include "model/place.h"

#include <cstdint>

namespace kompass::archive {

/// For the columns owner, position, page, x0, y0, x1, y1.
[[nodiscard]] Values place_row(std::int64_t owner, int position, const Place& place);

[[nodiscard]] Place place_of(const Row& row);

} // namespace kompass::archive
