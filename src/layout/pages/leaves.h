// The pages of a report as layout looks at them, where they are not those of the file.
//
// Two pages side by side on a sheet, as copiers and e-signing services make them: sheets lie, nothing stands
// over their middle, and the page numbers on their halves go on from left to right on most of them (a report
// that lies has one number a page, and its tables go over the middle). The halves become pages of their own,
// counted anew, with places from their own left edge. Pages with mirrored margins (layout/pages/mirrored.h)
// are moved so that their texts stand below each other. Pure; thread safe.
#pragma once

#include "model/document.h"

#include <optional>
#include <vector>

namespace kompass::layout {

/// Where a page lies in the file.
struct OnSheet {
    int number = 1;  ///< of the sheet
    double left = 0; ///< points from the sheet's left edge to the page's

    bool operator==(const OnSheet&) const = default;
};

struct Leaves {
    Document document;          ///< its pages, numbered from 1
    std::vector<OnSheet> sheet; ///< of each page, in order
    bool cut = false;           ///< sheets hold two pages
};

/// Nothing if the pages are as they should be.
[[nodiscard]] std::optional<Leaves> in_leaves(const Document& document);

} // namespace kompass::layout
