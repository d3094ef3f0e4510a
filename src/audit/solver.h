// Finds what the figures of an area may be, so that every check of its arithmetic holds.
//
// An explanation gives each figure one of its choices. Wanted are the explanations with the least strain (the
// fewest misreadings), all of them, and those of one more that are not much less likely and do not merely add
// to a simpler one: a figure in which all agree is settled, one in which they differ is open. The checks are
// those of audit(): rows, sum, maxima, hundred, box, the row of the total; a check whose figures are not
// printed is not made.
//
// The search goes row by row and leaves a branch as soon as the rows still to come cannot reach the total,
// the maxima or the strain. Work is bounded; what is not found within the bound counts as not found. Pure,
// thread safe, no errors; deterministic.
#pragma once

#include "audit/choices.h"
#include "audit/row_variants.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace kompass::audit {

struct AreaProblem {
    std::vector<RowChoices> rows;
    RowChoices total;
    std::vector<Choices> copies; ///< figures that must equal the total's points: the box, the history
    Grains grains{};
};

struct Explanation {
    std::vector<RowFigures> rows;
    RowFigures total;
    std::vector<std::optional<Decimal>> copies;
    int strain = 0;
    double cost = 0;
};

struct SolverLimits {
    int most_strain = 4;
    double log_odds = 8;              ///< how much dearer than the best an explanation of more strain may be
    std::size_t most_steps = 150'000; ///< of the search, for each strain tried
    std::size_t most_explanations = 400;
};

/// Best first; none if nothing explains the figures as read.
[[nodiscard]] std::vector<Explanation> solve(const AreaProblem& problem, const SolverLimits& limits);

} // namespace kompass::audit
