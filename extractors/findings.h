// Strengths, improvements and weaknesses of an area: from a table with a column for each, or from lists under
// a head each.
#pragma once

#include "extractors/outline.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

namespace kompass {

/// Where layout had to weigh which column an item belongs to, "strengths" and "improvements" are doubtful.
void extract_findings(const Blocks& blocks, const AreaSpan& span, const rules::Knowledge& knowledge,
                      Area& area);

} // namespace kompass
