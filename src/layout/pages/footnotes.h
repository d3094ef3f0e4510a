// Footnotes: small lines at a page's foot, behind a number that the text above calls; and the notes of a
// table below it, behind stars that its head has ("Max*"). A list or a sentence that goes on overleaf goes on
// around them, so they are set apart from the text before it is laid out.
//
// Pure; thread safe.
#pragma once

#include "model/document.h"

namespace kompass::layout {

/// Moves the words of footnotes to those that stand apart. Pages whose type is estimated are left as they
/// are.
void set_footnotes_apart(Document& document);

} // namespace kompass::layout
