// The items of a list, from its lines.
//
// Bullets part items; where there are none, an item begins with a capital after a finished phrase, or after
// white space.
#pragma once

#include "layout/bullets.h"
#include "layout/hints.h"
#include "model/block.h"

#include <string>
#include <vector>

namespace kompass::layout {

struct ListItem {
    std::string text;
    Places places;
    bool bulleted = false;
    std::vector<SourceLine> lines; ///< without the bullet
};

[[nodiscard]] std::vector<ListItem> list_items(const std::vector<SourceLine>& lines, BulletGlyphs glyphs,
                                               const Hints& hints);

/// The same as a table cell.
[[nodiscard]] TableCell list_cell(const std::vector<SourceLine>& lines, BulletGlyphs glyphs,
                                  const Hints& hints);

} // namespace kompass::layout
