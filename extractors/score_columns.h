// Which column of a score table holds points, which the maximum, which the percentage: the figures themselves
// tell.
//
// Points are at most the maximum and give the percentage within rounding, in row after row of all the
// report's tables of one shape; an area's maximum is 100; a percentage may bear its sign. Head words are
// evidence beside this, not a condition. Pure and thread safe.
#pragma once

#include "model/block.h"
#include "rules/rule_set.h"

#include <cstddef>
#include <vector>

namespace kompass {

/// Indices into a row; kNone where the table has no such column. Points are printed in every score table: one
/// without them was torn.
struct ScoreColumns {
    static constexpr std::size_t kNone = 99;
    std::size_t points = kNone, max = kNone, percent = kNone;
    bool certain = true; ///< false: another assignment fits as well

    /// The points may have been lost: then maximum and percentage are there.
    [[nodiscard]] bool found() const { return points != kNone || max != kNone; }
};

/// The table with one figure a cell: "7 / 15" becomes two cells, "65,0 %" is "65%", "7 p" is "7", "9½" is
/// "9,5", a dash nothing. What is no figure stands as printed.
[[nodiscard]] Table with_single_figures(const Table& table);

/// The figures obey what holds in a score table: points are the percentage of the maximum in every row, or
/// the maxima add up to a hundred. The table has single figures.
[[nodiscard]] bool reads_like_scores(const Table& table);

/// The columns of each of the tables (single figures all). Not found where nothing fits.
[[nodiscard]] std::vector<ScoreColumns> score_columns(const std::vector<Table>& tables,
                                                      const rules::RuleSet& rules);

} // namespace kompass
