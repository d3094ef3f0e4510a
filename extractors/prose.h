// The running text of an area, so that it can be searched.
//
// Paragraphs and list items that are no findings. Headings, captions and the debris of charts have few words
// and are left out.
#pragma once

#include "extractors/outline.h"
#include "model/block.h"
#include "model/record.h"

namespace kompass {

/// After extract_findings: what that has taken is not taken again.
void extract_prose(const Blocks& blocks, const AreaSpan& span, Area& area);

} // namespace kompass
