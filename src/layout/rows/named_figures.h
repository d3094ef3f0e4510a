// Figures each of which stands behind its own name: "Uppnått: 13  Max: 15  Procent: 90 %", as on cards.
//
// The names are what heads columns elsewhere. They are taken off the lines and kept as heads over the
// figures, and the figures of one name stand below each other. Only lines that end in such figures, two at
// least, are changed; a text before them stays. Pure.
#pragma once

#include "layout/hints.h"
#include "layout/rows/row_lines.h"

namespace kompass::layout {

void take_names_of_figures(std::vector<RowLineSource>& lines, const Hints& hints);

} // namespace kompass::layout
