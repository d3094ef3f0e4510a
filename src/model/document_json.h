// A document as it was read, as JSON and back: kept so that changed rules need no reading.
//
// Every number comes back bit for bit and every text letter by letter (ill-formed UTF-8, which reading lets
// through nowhere, becomes U+FFFD). A word is a list (text, four edges, font size, bold, confidence and, if
// there are any, further readings), since a report has some ten thousand of them. Unknown keys are ignored,
// so that an older program reads what a newer one kept. Pure functions, thread safe.
#pragma once

#include "model/document.h"

#include <string>
#include <string_view>

namespace kompass {

[[nodiscard]] std::string to_json(const Document& document);

/// Throws std::runtime_error if `json` is no document.
[[nodiscard]] Document document_from_json(std::string_view json);

} // namespace kompass
