// Columns of figures in tables without rules, found from the words around them and read as figures.
//
// Where at least three lines end in something narrow that stands apart from the text, at the same place, and
// most of it was read with digits in it, there is a column of figures. In the strip of the column every
// line's ink is read anew by FigureReader, also where the Swedish model gave rubbish ("6320" for 63 %) or
// nothing; and so is the number at the head of those lines. One thread at a time.
#pragma once

#include "read/ocr/figure_reader.h"
#include "read/ocr/type_facts.h"

#include <vector>

namespace kompass::read {

/// Replaces and adds words.
void read_figure_columns(const CleanPage& page, std::vector<SeenWord>& words, FigureReader& reader);

} // namespace kompass::read
