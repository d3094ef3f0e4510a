// Lines for text that has lost them, as web pages leave a report: a page, or a paragraph of it, is one line.
//
// What stands out without lines begins and ends them: the numbers of questions in their order, the figures
// at a row's end, and the heads that the rules know where a sentence is over. Findings and the headings of a
// points box have nothing but their capitals: where one ends is a guess, and said to be
// (SourceLine::guessed).
#pragma once

#include "layout/hints.h"
#include "model/block.h"

#include <vector>

namespace kompass::layout {

/// The lines of a text that has lost its own (has_lost_its_lines of its document).
[[nodiscard]] std::vector<SourceLine> with_lines_given_back(const std::vector<SourceLine>& lines,
                                                            const Hints& hints);

} // namespace kompass::layout
