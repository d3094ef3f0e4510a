// Two pages side by side on a sheet, as copiers and e-signing services make them.
//
// Sheets lie, nothing stands over their middle, and the page numbers on their halves go on from left to right
// on most of them: a report that lies has one number a page, and its tables go over the middle. The halves
// become pages that are counted anew. Pure; thread safe.
#pragma once

#include "model/document.h"

#include <optional>
#include <vector>

namespace kompass::layout {

struct Leaves {
    Document document;         ///< its sheets cut into pages, numbered from 1
    std::vector<int> sheet_of; ///< of each page, in order: the number of its sheet
};

/// Nothing if the document has no sheets to cut.
[[nodiscard]] std::optional<Leaves> in_leaves(const Document& document);

} // namespace kompass::layout
