// Text that has lost its lines, as web pages leave a report's: a page, or a paragraph at least, is one line.
#pragma once

#include "model/document.h"

namespace kompass {

/// Most of the page's text stands in lines longer than print has, and none of them marks cells.
[[nodiscard]] bool has_lost_its_lines(const Page& page);

/// Most of the document's text does.
[[nodiscard]] bool has_lost_its_lines(const Document& document);

} // namespace kompass
