// A horizontal bar of Unicode blocks, exact to an eighth of a column.
#pragma once

#include "model/decimal.h"

#include <cstddef>
#include <string>

namespace kompass::cli {

/// `part` of `whole` as a bar on a track of `columns`; a part beyond its whole fills the track.
[[nodiscard]] std::string bar(Decimal part, Decimal whole, std::size_t columns);

} // namespace kompass::cli
