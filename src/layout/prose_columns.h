// Running text set in two columns: read one column after the other.
//
// A strip of white parts the lines of a part of one page; on both sides lines fill their column, as they do
// in prose and do not in tables. Headings and lists may stand in either column. A report sets its columns at
// the same edges throughout: where they are known, a few lines or lists are enough.
//
// A narrow panel may stand beside running text, with lines of its own: an area's points and headings.
#pragma once

#include "layout/hints.h"
#include "layout/text_line.h"
#include "model/block.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace kompass::layout {

struct ProseColumns {
    std::size_t last = 0; ///< one past the last line
    Blocks blocks;
};

/// Where the report's columns of prose begin, if it has some that cannot be anything else.
[[nodiscard]] std::optional<ColumnEdges> edges_of_prose(const std::vector<TextLine>& lines, double body_size,
                                                        const Hints& hints);

/// The columns that begin on line `at`. No line from `limit` on belongs to them.
[[nodiscard]] std::optional<ProseColumns> prose_columns_at(const std::vector<TextLine>& lines, std::size_t at,
                                                           std::size_t limit, double body_size,
                                                           const Hints& hints);

/// The panel that begins on line `at` and then the text beside it, if there is one.
[[nodiscard]] std::optional<ProseColumns> panel_beside_prose_at(const std::vector<TextLine>& lines,
                                                                std::size_t at, std::size_t limit,
                                                                double body_size, const Hints& hints);

} // namespace kompass::layout
