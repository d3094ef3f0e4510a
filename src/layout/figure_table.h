// Tables of figures on pages with geometry: score tables and the table of earlier evaluations.
//
// Found from columns of figures at the right of lines, with or without rules drawn; text cells may wrap and
// figures may stand on any line of a row. A table that goes on over a page comes out as one.
#pragma once

#include "layout/hints.h"
#include "layout/rows/row_lines.h"
#include "layout/text_line.h"
#include "model/block.h"

#include <optional>
#include <vector>

namespace kompass::layout {

/// What numbers the rows: "4.2", or 1, 2, 3 in each table anew.
enum class Numbering { none, of_questions, counted };

/// Lines [first, last) that make a figure table, its head above `body`, and the columns they share.
struct FigureRegion {
    std::size_t first = 0, body = 0, last = 0;
    std::vector<double> column_starts; ///< left edges of the figure columns, points
    std::vector<double> column_edges;  ///< their right edges
    double text_left = 0;              ///< left edge of the text column
    Numbering numbering = Numbering::none;
    std::vector<std::size_t> strangers{}; ///< lines between its rows that are no part of it
    std::optional<std::size_t> title{};   ///< the line between head and first row that titles the table
    std::optional<std::size_t> sums{};    ///< the line of text that names the sums on the lines below it
};

/// The next figure table at or after `from`. Lines are those of the whole document, in order, as RowLines
/// gives them.
[[nodiscard]] std::optional<FigureRegion> find_figure_table(const std::vector<TextLine>& lines,
                                                            std::size_t from, const Hints& hints);

[[nodiscard]] Block figure_table(const RowLines& lines, const FigureRegion& region, const Hints& hints);

} // namespace kompass::layout
