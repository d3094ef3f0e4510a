// Tables of texts under column heads on pages with geometry: findings in two or three columns, and the points
// box. The columns' boundaries come from the white space below the heads, so columns never mix.
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
};

/// The region whose heads stand on line `at`, if any do. No line from `limit` on belongs to it.
[[nodiscard]] std::optional<ColumnRegion> column_table_at(const std::vector<TextLine>& lines, std::size_t at,
                                                          std::size_t limit, double body_size,
                                                          const Hints& hints);

[[nodiscard]] Block column_table(const std::vector<TextLine>& lines, const ColumnRegion& region,
                                 const Hints& hints);

} // namespace kompass::layout
