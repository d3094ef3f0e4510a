// The columns of points in a table whose rows are areas.
//
// Pure functions, thread safe.
#pragma once

#include "extractors/scoring_marks.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace kompass {

/// Cells of the table, which must outlive it; null where no row is of the area.
struct AreaColumn {
    std::size_t column = 0;
    ScoringMark mark = ScoringMark::none;
    std::optional<int> year;               ///< that its head names
    std::array<const TableRow*, 9> rows{}; ///< of all areas together first, then area 1 to 8

    [[nodiscard]] const TableCell* cell(int area) const;
    [[nodiscard]] std::optional<Decimal> points(int area) const;
    /// Of how many areas it has the points that are given.
    [[nodiscard]] int matches(const std::vector<Area>& areas) const;
};

/// Each column of figures; none where fewer than half of the areas have a row.
[[nodiscard]] std::vector<AreaColumn> area_columns(const Blocks& blocks, std::size_t at,
                                                   const rules::Knowledge& knowledge);

} // namespace kompass
