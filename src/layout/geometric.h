// The layout of sources with geometry (text layers and, later, OCR): words to blocks.
#pragma once

#include "layout/hints.h"
#include "model/block.h"
#include "model/document.h"

namespace kompass::layout {

[[nodiscard]] Blocks geometric_layout(const Document& document, const Hints& hints);

} // namespace kompass::layout
