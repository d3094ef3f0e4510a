// The rows that a question's figures may be: every combination of their choices that one unrounded score
// allows, cheap ones first.
//
// Pure; no errors.
#pragma once

#include "audit/choices.h"
#include "audit/score_range.h"

#include <optional>
#include <vector>

namespace kompass::audit {

/// The three figures of a row; nullopt where nothing is printed.
struct RowFigures {
    std::optional<Decimal> points, max, percent;

    bool operator==(const RowFigures&) const = default;
};

/// The choices for each of them.
struct RowChoices {
    Choices points, max, percent;
};

struct RowVariant {
    RowFigures figures;
    ScoreRange range; ///< of the unrounded score; nothing if there are no points
    int strain = 0;
    double cost = 0; ///< of its choices, and of how little room rounding leaves
};

/// Those of at most `most_strain`, by strain and cost; `grain` is that of the points.
[[nodiscard]] std::vector<RowVariant> row_variants(const RowChoices& choices, int most_strain,
                                                   Grain grain = Grain::whole);

} // namespace kompass::audit
