// The points box of an area: "Rubriker | Poäng", its headings and the area's points.
#pragma once

#include "extractors/outline.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

namespace kompass {

void extract_points_box(const Blocks& blocks, const AreaSpan& span, const rules::Knowledge& knowledge,
                        Area& area);

} // namespace kompass
