// Strengths, improvements and weaknesses of an area: from a table with a column for each, or from lists under
// a head each, nested or not; or from a table of all areas.
#pragma once

#include "extractors/finding_heads.h"
#include "extractors/findings_by_area.h"
#include "extractors/outline.h"
#include "layout/hints.h"
#include "model/block.h"
#include "model/record.h"

namespace kompass {

/// Where layout had to weigh which column an item belongs to, "strengths" and "improvements" are doubtful.
void extract_findings(const Blocks& blocks, const AreaSpan& span, const FindingHeads& heads,
                      const FindingsByArea& by_area, const layout::Hints& hints, Area& area);

} // namespace kompass
