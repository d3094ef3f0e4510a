// An area's points and the headings of what it is about: from a box (Rubriker | Poäng, whatever its rows), or
// from what stands below the area's heading ("Poäng: 43 av 100", a figure in a badge or at the right of the
// heading) and the list of headings there.
#pragma once

#include "audit/evidence.h"
#include "extractors/outline.h"
#include "layout/hints.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

namespace kompass {

/// What OCR was not sure of is noted in `evidence`.
void extract_points_box(const Blocks& blocks, const AreaSpan& span, const rules::Knowledge& knowledge,
                        const layout::Hints& hints, Area& area, audit::Evidence& evidence);

} // namespace kompass
