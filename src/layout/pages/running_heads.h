// Running heads, feet and page numbers: what repeats at the same place of several pages, or reads like one.
#pragma once

#include "layout/hints.h"
#include "layout/text_line.h"

#include <vector>

namespace kompass::layout {

/// The lines of all pages without their running heads and feet. `pages` holds a list of lines a page.
[[nodiscard]] std::vector<TextLine> without_running_heads(std::vector<std::vector<TextLine>> pages,
                                                          const std::vector<double>& page_heights,
                                                          const Hints& hints);

} // namespace kompass::layout
