// Tall cells at the left of a table's rows: the area beside its numbered questions.
//
// Known by the numbers of questions, which stand below each other in the middle of lines, with a column of
// text left of some of them. Its words are taken off the lines, so that rows begin with their numbers; a line
// of nothing else is taken out. Pure.
#pragma once

#include "layout/rows/row_lines.h"

namespace kompass::layout {

void take_cells_beside(std::vector<RowLineSource>& lines);

} // namespace kompass::layout
