// Running text on pages with geometry: headings, paragraphs and list items from lines.
#pragma once

#include "layout/hints.h"
#include "layout/text_line.h"
#include "model/block.h"

#include <string_view>
#include <vector>

namespace kompass::layout {

/// Ends as a text does that nothing goes on with.
[[nodiscard]] bool is_finished(std::string_view text);

/// Blocks of lines [first, last), none of which belongs to a table.
[[nodiscard]] Blocks flowed(const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                            double body_size, const Hints& hints);

} // namespace kompass::layout
