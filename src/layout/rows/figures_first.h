// Figures that stand before the wording of their rows: "8  15  55 %  1.1  Finns en plan?", also between the
// number and the wording, and where others stand behind it.
//
// Known by what rows have in common: three at least begin their text at one place, and have nothing but
// figures between it and the line's beginning or number. They are moved behind the texts, with the heads over
// them. Pure.
#pragma once

#include "layout/rows/row_lines.h"

namespace kompass::layout {

void move_figures_last(std::vector<RowLineSource>& lines);

} // namespace kompass::layout
