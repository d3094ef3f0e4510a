// Ranges of unrounded scores in exact arithmetic.
//
// Printed points stand for a score within half a step of their grain (half a point, or a quarter where halves
// are given), a printed percent for one within half a percent of a whole maximum: every end is a multiple of
// 1/200 point. A ScoreRange counts in that unit, so that nothing is ever rounded. Both ends belong to it.
// Plain values; thread safe as such; no errors.
#pragma once

#include "audit/grain.h"
#include "model/record.h"

#include <cstdint>
#include <string>

namespace kompass::audit {

/// The numbers from first to last that are given in a grain; none if first > last.
struct Numbers {
    Decimal first, last;
    Grain grain = Grain::whole;

    [[nodiscard]] bool empty() const { return first > last; }
    bool operator==(const Numbers&) const = default;
};

struct ScoreRange {
    static constexpr std::int64_t units_a_point = 200;

    std::int64_t lower = 0, upper = 0; ///< in 1/200 point

    [[nodiscard]] bool empty() const { return lower > upper; }
    [[nodiscard]] ScoreRange intersected(const ScoreRange& other) const;
    [[nodiscard]] bool meets(const ScoreRange& other) const { return !intersected(other).empty(); }
    ScoreRange& operator+=(const ScoreRange& other);

    /// The points that scores of this range round to, halves of a step either way.
    [[nodiscard]] Numbers rounded(Grain grain) const;
    /// The points that lie in it.
    [[nodiscard]] Numbers within(Grain grain) const;
    /// The percents of `max` (above 0) that scores of this range round to, halves either way.
    [[nodiscard]] Numbers percents_of(Decimal max) const;

    bool operator==(const ScoreRange&) const = default;
};

/// The scores that round to `points`, in the grain or, if they are finer than that, in their own.
[[nodiscard]] ScoreRange around_points(Decimal points, Grain grain);
/// Exactly `points`.
[[nodiscard]] ScoreRange exactly(Decimal points);
/// The scores that are `percent` of `max`, rounded; both are whole.
[[nodiscard]] ScoreRange around_percent(Decimal percent, Decimal max);

/// What a row with these points allows: empty if it contradicts itself. Without maximum or percent, the
/// points alone bound it. The points must be there.
[[nodiscard]] ScoreRange scores_allowed(const Score& score, Grain grain);

/// "50–51", "51" if there is but one, "no whole number" or "no such number" if there is none.
[[nodiscard]] std::string to_text(const Numbers& numbers);
/// "between 50.07 and 51.00": two decimals, rounded outwards.
[[nodiscard]] std::string to_text(const ScoreRange& range);

} // namespace kompass::audit
