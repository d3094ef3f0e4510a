// Ranges of unrounded scores in exact arithmetic.
//
// A printed point stands for a score within half a point, a printed percent for one within half a percent of
// a whole maximum: every end is a multiple of 1/200 point. A ScoreRange counts in that unit, so that nothing
// is ever rounded. Both ends belong to it. Plain values; thread safe as such; no errors.
#pragma once

#include "model/record.h"

#include <cstdint>
#include <string>

namespace kompass::audit {

/// Whole numbers from first to last; none if first > last.
struct WholeNumbers {
    std::int64_t first = 0, last = 0;

    [[nodiscard]] bool empty() const { return first > last; }
    bool operator==(const WholeNumbers&) const = default;
};

struct ScoreRange {
    static constexpr std::int64_t units_a_point = 200;

    std::int64_t lower = 0, upper = 0; ///< in 1/200 point

    [[nodiscard]] bool empty() const { return lower > upper; }
    [[nodiscard]] ScoreRange intersected(const ScoreRange& other) const;
    [[nodiscard]] bool meets(const ScoreRange& other) const { return !intersected(other).empty(); }
    ScoreRange& operator+=(const ScoreRange& other);

    /// The points that scores of this range round to, halves either way.
    [[nodiscard]] WholeNumbers rounded() const;
    /// The whole points that lie in it.
    [[nodiscard]] WholeNumbers whole() const;
    /// The percents of `max` (above 0) that scores of this range round to, halves either way.
    [[nodiscard]] WholeNumbers percents_of(int max) const;

    bool operator==(const ScoreRange&) const = default;
};

/// The scores that round to `points`.
[[nodiscard]] ScoreRange around_points(std::int64_t points);
/// Exactly `points`.
[[nodiscard]] ScoreRange exactly(std::int64_t points);
/// The scores that are `percent` of `max`, rounded.
[[nodiscard]] ScoreRange around_percent(int percent, int max);

/// What a row with these points allows: empty if it contradicts itself. Without maximum or percent, the
/// points alone bound it. The points must be there.
[[nodiscard]] ScoreRange scores_allowed(const Score& score);

/// "50–51", "51" if there is but one, "no whole number" if there is none.
[[nodiscard]] std::string to_text(const WholeNumbers& numbers);
/// "between 50.07 and 51.00": two decimals, rounded outwards.
[[nodiscard]] std::string to_text(const ScoreRange& range);

} // namespace kompass::audit
