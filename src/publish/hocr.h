// hOCR 1.2 (https://kba.github.io/hocr-spec/1.2/): a document's words with their places, as XHTML.
//
// Boxes are in pixels of a page scanned at 300 dots an inch, whatever it was read at. A word read by OCR has
// its confidence (x_wconf, percent); words of a text layer have none. Pure; thread safe.
#pragma once

#include "model/document.h"
#include "publish/printed_page.h"

#include <string>
#include <vector>

namespace kompass::publish {

/// `pages`: one for each of the document's.
[[nodiscard]] std::string hocr(const Document& document, const std::vector<PrintedPage>& pages);

} // namespace kompass::publish
