// Tables whose cells a transcript marks with tabs or bars.
#pragma once

#include "layout/hints.h"
#include "model/block.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace kompass::layout {

struct MarkedTable {
    std::size_t last = 0; ///< one past its last line
    Block block;
    std::optional<Block> beside; ///< another one that stands at its right, row by row
};

/// The table whose first row stands at `at`. Where figures fill its last columns, rows come out as label,
/// text and figures, wrapped rows put together.
[[nodiscard]] std::optional<MarkedTable> marked_table_at(const std::vector<SourceLine>& lines, std::size_t at,
                                                         const Hints& hints);

} // namespace kompass::layout
