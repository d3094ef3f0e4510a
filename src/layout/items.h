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

/// A line of a list without bullets goes on the item above: it begins with a small letter, or the item is not
/// finished.
[[nodiscard]] bool continues_item(const ListItem& item, const SourceLine& line, const Hints& hints);

} // namespace kompass::layout
