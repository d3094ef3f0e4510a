// An area that a report describes in two places, put together: result sheets of all areas before a chapter of
// prose on each, or a chapter of all areas' findings behind it.
//
// Both name the eight areas in order. Where only one of the two has points boxes or lists of findings, its
// parts are put behind the other's, area by area; every block keeps its place on the page. Pure.
#pragma once

#include "extractors/outline.h"
#include "model/block.h"
#include "rules/knowledge.h"

#include <vector>

namespace kompass {

/// Puts `blocks` in another order where areas are to be put together. Their outline then.
[[nodiscard]] std::vector<AreaSpan> gather_areas(Blocks& blocks, const rules::Knowledge& knowledge);

} // namespace kompass
