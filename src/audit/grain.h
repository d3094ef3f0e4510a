// The grain of a report's points: whole points, or halves, as it prints them.
//
// A report says by its figures how finely it scores. Questions and areas are told apart, since totals of
// whole points may be printed with a half, and the other way round. A few figures with a half are no grain:
// each of them is as fine as it is printed, and the others stay what they are. Pure; no errors.
#pragma once

#include "model/decimal.h"
#include "model/record.h"

namespace kompass::audit {

/// The step from one figure to the next; its value is in tenths of a point.
enum class Grain { tenth = 1, half = 5, whole = 10 };

struct Grains {
    Grain questions = Grain::whole;
    Grain areas = Grain::whole; ///< of the areas' totals, their boxes and the history
};

[[nodiscard]] Grains grains_of(const Record& record);

/// The coarsest grain in which the figure can be given.
[[nodiscard]] Grain grain_of(Decimal figure);

[[nodiscard]] constexpr Decimal step_of(Grain grain) {
    return Decimal::from_tenths(static_cast<int>(grain));
}

} // namespace kompass::audit
