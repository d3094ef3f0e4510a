// Mirrored margins: text that stands farther to the left on every other page, as in what is printed on both
// sides and bound. What goes on overleaf, a table and its columns, is recognised by its place; so layout
// looks at such pages as if they had one margin. Pure; thread safe.
#pragma once

#include "model/document.h"

#include <vector>

namespace kompass::layout {

/// How far the texts of the second, fourth … page stand to the right of those of the first, third …, points
/// (negative: to the left); 0 unless most pages agree that it is so.
[[nodiscard]] double offset_of_even_pages(const std::vector<Page>& pages);

} // namespace kompass::layout
