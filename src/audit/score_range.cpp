#include "audit/score_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace kompass::audit {
namespace {

constexpr std::int64_t units_a_tenth = ScoreRange::units_a_point / 10;

/// Half a step of the grain.
std::int64_t half_a_step(Grain grain) {
    return step_of(grain).tenths() * units_a_tenth / 2;
}

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

Numbers ScoreRange::rounded(Grain grain) const {
    return ScoreRange{lower - half_a_step(grain), upper + half_a_step(grain)}.within(grain);
}

Numbers ScoreRange::within(Grain grain) const {
    const auto step = step_of(grain).tenths();
    return {Decimal::from_tenths(step * ceiling_division(lower, step * units_a_tenth)),
            Decimal::from_tenths(step * floor_division(upper, step * units_a_tenth)), grain};
}

// The scores of c percent are max·(2c−1) to max·(2c+1) units; solved for c, they meet this range.
Numbers ScoreRange::percents_of(Decimal max) const {
    const auto all = bounded(max.whole());
    const auto units_a_percent = 2 * all;
    return {ceiling_division(lower - all, units_a_percent), floor_division(upper + all, units_a_percent)};
}

ScoreRange around_points(Decimal points, Grain grain) {
    const auto reach = half_a_step(std::min(grain, grain_of(points)));
    const auto middle = exactly(points);
    return {middle.lower - reach, middle.upper + reach};
}

ScoreRange exactly(Decimal points) {
    const auto units = bounded(points.tenths()) * units_a_tenth;
    return {units, units};
}

ScoreRange around_percent(Decimal percent, Decimal max) {
    const auto all = bounded(max.whole());
    const auto share = bounded(percent.whole());
    return {all * (2 * share - 1), all * (2 * share + 1)};
}

ScoreRange scores_allowed(const Score& score, Grain grain) {
    const auto range = around_points(*score.points, grain);
    if (!score.max || !score.percent) return range;
    return range.intersected(around_percent(*score.percent, *score.max));
}

std::string to_text(const Numbers& numbers) {
    if (numbers.empty()) return numbers.grain == Grain::whole ? "no whole number" : "no such number";
    if (numbers.first == numbers.last) return fmt::format("{}", numbers.first);
    return fmt::format("{}–{}", numbers.first, numbers.last);
}

std::string to_text(const ScoreRange& range) {
    constexpr std::int64_t units_a_hundredth = ScoreRange::units_a_point / 100;
    return fmt::format("between {} and {}", decimal(floor_division(range.lower, units_a_hundredth)),
                       decimal(ceiling_division(range.upper, units_a_hundredth)));
}

} // namespace kompass::audit
