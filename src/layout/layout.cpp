#include "layout/layout.h"

#include "layout/geometric.h"
#include "layout/transcript/transcript.h"

namespace kompass::layout {

Blocks layout(const Document& document, const Hints& hints) {
    return document.kind == SourceKind::transcript ? transcript_layout(document, hints)
                                                   : geometric_layout(document, hints);
}

} // namespace kompass::layout
