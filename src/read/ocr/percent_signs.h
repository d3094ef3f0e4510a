// Percent signs that stand apart from their figures ("65 %").
//
// The Swedish model has no percent sign, and makes letters of it ("65 N"). Whatever narrow stands a blank
// behind a figure is read together with it by the English model, which has the sign. One thread at a time.
#pragma once

#include "read/ocr/figure_reader.h"
#include "read/ocr/type_facts.h"

#include <vector>

namespace kompass::read {

/// Makes each figure and its sign one word.
void join_percent_signs(const CleanPage& page, std::vector<SeenWord>& words, FigureReader& reader);

} // namespace kompass::read
