// The heads of columns of texts on pages with geometry: "Styrkor  Förbättringsmöjligheter", also where some
// are set over two or three lines.
//
// Known by the rules' wordings; else by how they look: short texts wide apart beside one that is known, or
// set apart by their type from what stands below, or coming back in the report. Pure and thread safe.
#pragma once

#include "layout/hints.h"
#include "layout/text_line.h"

#include <vector>

namespace kompass::layout {

/// Two or more, from left to right; none if `heads` is empty.
struct ColumnHeads {
    std::vector<Segment> heads;
    std::size_t last = 0; ///< one past their last line

    [[nodiscard]] bool any() const { return !heads.empty(); }
};

/// Those that begin on line `at`, all of which the rules know.
[[nodiscard]] ColumnHeads known_column_heads(const std::vector<TextLine>& lines, std::size_t at,
                                             const Hints& hints);

/// Those that begin on line `at` and look like heads.
[[nodiscard]] ColumnHeads column_heads_by_look(const std::vector<TextLine>& lines, std::size_t at,
                                               const Hints& hints);

} // namespace kompass::layout
