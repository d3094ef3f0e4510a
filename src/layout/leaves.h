// Two pages side by side on a sheet, as copiers and e-signing services make them.
//
// Sheets lie, nothing stands over their middle, and the page numbers on their halves go on from left to right
// on most of them: a report that lies has one number a page, and its tables go over the middle. The halves
// become pages that share the number of their sheet, so that places stay true of the file. Pure; thread safe.
#pragma once

#include "model/document.h"

#include <optional>

namespace kompass::layout {

/// The document with its sheets cut into pages; nothing if it has none to cut.
[[nodiscard]] std::optional<Document> in_leaves(const Document& document);

} // namespace kompass::layout
