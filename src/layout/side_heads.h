// Heads that stand at the left of their lists, in a column of their own, as rows of a table do.
#pragma once

#include "layout/hints.h"
#include "layout/text_line.h"
#include "model/block.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace kompass::layout {

struct SideHeads {
    std::size_t last = 0; ///< one past the last line
    Blocks blocks;        ///< each head as a heading, and what stands beside it below it
};

/// A head that is known or recurs stands at the left of the line, and text beside it.
[[nodiscard]] bool begins_side_head(const TextLine& line, const Hints& hints);

/// The rows whose first head stands on line `at`. No line from `limit` on belongs to them.
[[nodiscard]] std::optional<SideHeads> side_heads_at(const std::vector<TextLine>& lines, std::size_t at,
                                                     std::size_t limit, double body_size, const Hints& hints);

} // namespace kompass::layout
