// ALTO 4.4 (https://www.loc.gov/standards/alto/): a document's words with their places, for other tools.
//
// Measures are whole 1/1200 inches from the page's top left corner. A page read by OCR names its processing,
// its confidence (PC) and that of each word (WC); words of a text layer have none. Pure; thread safe.
#pragma once

#include "model/document.h"
#include "publish/printed_page.h"

#include <string>
#include <vector>

namespace kompass::publish {

/// `pages`: one for each of the document's.
[[nodiscard]] std::string alto(const Document& document, const std::vector<PrintedPage>& pages);

} // namespace kompass::publish
