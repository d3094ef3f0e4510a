// Figure tables that an OCR left as lines: "1.2 |Informeras … po- 11 20 55%" and what wraps around it.
#pragma once

#include "layout/hints.h"
#include "model/block.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace kompass::layout {

/// A table and the index one past its last line.
struct LineTable {
    std::size_t last = 0;
    Block block;
};

/// The score table whose head or first row stands at `at`: rows are numbered 1.1, 1.2, …
[[nodiscard]] std::optional<LineTable> score_table_at(const std::vector<SourceLine>& lines, std::size_t at,
                                                      const Hints& hints);

/// The table of earlier evaluations: a head that ends in years, rows that end in as many figures.
[[nodiscard]] std::optional<LineTable> year_table_at(const std::vector<SourceLine>& lines, std::size_t at);

/// A table of what is numbered 1 to 8, as areas are: each row, wrapped or not, ends in as many figures. The
/// line above is its head; one that sums them up may end it. With one figure a row, which many a list has,
/// the head must head figures or the sum must be theirs.
[[nodiscard]] std::optional<LineTable> numbered_table_at(const std::vector<SourceLine>& lines, std::size_t at,
                                                         const Hints& hints);

} // namespace kompass::layout
