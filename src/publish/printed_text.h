// A document's words in lines and blocks, as they stand on the page.
//
// Lines are layout's; a block ends where white space parts its lines or where the print changes its size.
// Nothing is understood and nothing left out: running heads and page numbers are there. Pure functions.
#pragma once

#include "model/document.h"
#include "publish/printed_page.h"

#include <string>
#include <vector>

namespace kompass::publish {

/// One for each page.
[[nodiscard]] std::vector<PrintedPage> printed_pages(const Document& document);

/// Pages parted by form feeds, blocks by blank lines; a transcript's lines as they are.
[[nodiscard]] std::string plain_text(const Document& document);

} // namespace kompass::publish
