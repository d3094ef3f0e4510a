// The points box of an area: "Rubriker | Poäng", its headings and the area's points.
#pragma once

#include "audit/evidence.h"
#include "extractors/outline.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

namespace kompass {

/// A figure that OCR was not sure of is noted in `evidence`.
void extract_points_box(const Blocks& blocks, const AreaSpan& span, const rules::Knowledge& knowledge,
                        Area& area, audit::Evidence& evidence);

} // namespace kompass
