// Tables of two text columns without heads, such as the key facts: label at the left, value at the right.
#pragma once

#include "layout/text_line.h"
#include "model/block.h"

#include <optional>
#include <vector>

namespace kompass::layout {

/// The table whose first row stands on line `at`: at least three lines of two parts each, the right parts
/// aligned. `last` is one past its last line; none from
/// `limit` on belongs to it.
struct TextTable {
    std::size_t last = 0;
    Block block;
};

[[nodiscard]] std::optional<TextTable> text_table_at(const std::vector<TextLine>& lines, std::size_t at,
                                                     std::size_t limit);

} // namespace kompass::layout
