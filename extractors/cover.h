// The first pages of a report as single lines: cover, evaluators, running heads. Layout joins lines to blocks
// and drops running heads; what stands in them is found here.
#pragma once

#include "model/document.h"

#include <string>
#include <vector>

namespace kompass {

/// Lines up to the table of contents or the end of the second page, whichever comes first.
[[nodiscard]] std::vector<std::string> cover_lines(const Document& document);

/// The first and last lines of every page.
[[nodiscard]] std::vector<std::string> margin_lines(const Document& document);

} // namespace kompass
