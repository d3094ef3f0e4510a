// From pages of words or lines to blocks: headings, paragraphs, list items, tables.
//
// Running heads, feet and page numbers are dropped; tables are found from the geometry of words (columns of
// figures, aligned left edges) or, in transcripts, from lines with figures; hyphens at line ends are undone.
// What layout must be told of the reports' own words is in Hints. Pure and thread safe.
#pragma once

#include "layout/hints.h"
#include "model/block.h"
#include "model/document.h"

namespace kompass::layout {

[[nodiscard]] Blocks layout(const Document& document, const Hints& hints);

} // namespace kompass::layout
