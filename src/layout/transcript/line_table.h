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

} // namespace kompass::layout
