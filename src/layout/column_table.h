// Tables of texts under column heads on pages with geometry: findings in two or three columns, and the points
// box; also sections of prose that stand side by side under a heading each. The columns' boundaries come from
// the white space below the heads, so columns never mix.
#pragma once

#include "layout/hints.h"
#include "layout/text_line.h"
#include "model/block.h"

#include <optional>
#include <vector>

namespace kompass::layout {

/// Lines [first, last), of which [first, body) hold the heads; boundaries lie between the columns.
struct ColumnRegion {
    std::size_t first = 0, body = 0, last = 0;
    std::vector<std::size_t> repeats; ///< lines that hold the heads again, at the top of a page
    std::vector<Segment> heads;
    std::vector<double> boundaries; ///< one fewer than heads, points from the left
    bool of_prose = false;          ///< sections of running text stand side by side
};

/// The region whose heads stand on line `at`, if any do. No line from `limit` on belongs to it.
[[nodiscard]] std::optional<ColumnRegion> column_table_at(const std::vector<TextLine>& lines, std::size_t at,
                                                          std::size_t limit, double body_size,
                                                          const Hints& hints);

/// The region as a table; prose as what flows in each column, one after the other.
[[nodiscard]] Blocks column_blocks(const std::vector<TextLine>& lines, const ColumnRegion& region,
                                   double body_size, const Hints& hints);

} // namespace kompass::layout
