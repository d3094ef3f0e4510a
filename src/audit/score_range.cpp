#include "audit/score_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace kompass::audit {
namespace {

constexpr std::int64_t half_point = ScoreRange::units_a_point / 2;

/// No score comes near these bounds; figures beyond them (a record may hold anything) are pulled in, so that
/// no product or sum overflows.
std::int64_t bounded(std::int64_t figure) {
    constexpr std::int64_t bound = 1'000'000;
    return std::clamp(figure, -bound, bound);
}

/// Quotient towards minus infinity; `divisor` is above 0.
std::int64_t floor_division(std::int64_t number, std::int64_t divisor) {
    return number / divisor - (number % divisor < 0 ? 1 : 0);
}

/// Quotient towards plus infinity; `divisor` is above 0.
std::int64_t ceiling_division(std::int64_t number, std::int64_t divisor) {
    return -floor_division(-number, divisor);
}

std::string decimal(std::int64_t hundredths) {
    const auto size = std::abs(hundredths);
    return fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", size / 100, size % 100);
}

} // namespace

ScoreRange ScoreRange::intersected(const ScoreRange& other) const {
    return {std::max(lower, other.lower), std::min(upper, other.upper)};
}

ScoreRange& ScoreRange::operator+=(const ScoreRange& other) {
    lower += other.lower;
    upper += other.upper;
    return *this;
}

WholeNumbers ScoreRange::rounded() const {
    return ScoreRange{lower - half_point, upper + half_point}.whole();
}

WholeNumbers ScoreRange::whole() const {
    return {ceiling_division(lower, units_a_point), floor_division(upper, units_a_point)};
}

// The scores of c percent are max·(2c−1) to max·(2c+1) units; solved for c, they meet this range.
WholeNumbers ScoreRange::percents_of(int max) const {
    const std::int64_t units_a_percent = 2 * bounded(max);
    return {ceiling_division(lower - bounded(max), units_a_percent),
            floor_division(upper + bounded(max), units_a_percent)};
}

ScoreRange around_points(std::int64_t points) {
    return {bounded(points) * ScoreRange::units_a_point - half_point,
            bounded(points) * ScoreRange::units_a_point + half_point};
}

ScoreRange exactly(std::int64_t points) {
    return {bounded(points) * ScoreRange::units_a_point, bounded(points) * ScoreRange::units_a_point};
}

ScoreRange around_percent(int percent, int max) {
    return {bounded(max) * (2 * bounded(percent) - 1), bounded(max) * (2 * bounded(percent) + 1)};
}

ScoreRange scores_allowed(const Score& score) {
    const auto range = around_points(*score.points);
    if (!score.max || !score.percent) return range;
    return range.intersected(around_percent(*score.percent, *score.max));
}

std::string to_text(const WholeNumbers& numbers) {
    if (numbers.empty()) return "no whole number";
    if (numbers.first == numbers.last) return fmt::format("{}", numbers.first);
    return fmt::format("{}–{}", numbers.first, numbers.last);
}

std::string to_text(const ScoreRange& range) {
    constexpr std::int64_t units_a_hundredth = ScoreRange::units_a_point / 100;
    return fmt::format("between {} and {}", decimal(floor_division(range.lower, units_a_hundredth)),
                       decimal(ceiling_division(range.upper, units_a_hundredth)));
}

} // namespace kompass::audit
