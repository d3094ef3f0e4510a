// Running text on pages with geometry: headings, paragraphs and list items from lines.
#pragma once

#include "layout/hints.h"
#include "layout/text_line.h"
#include "model/block.h"

#include <vector>

namespace kompass::layout {

/// Blocks of lines [first, last), none of which belongs to a table.
[[nodiscard]] Blocks flowed(const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                            double body_size, const Hints& hints);

} // namespace kompass::layout
