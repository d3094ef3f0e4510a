// The layout of transcripts: lines to blocks.
//
// Cells marked by tabs, bars or HTML are taken as they are; score tables that an OCR left as lines with
// figures are rebuilt; columns of findings that it ran together are parted.
#pragma once

#include "layout/hints.h"
#include "model/block.h"
#include "model/document.h"

namespace kompass::layout {

[[nodiscard]] Blocks transcript_layout(const Document& document, const Hints& hints);

} // namespace kompass::layout
