// How figures are written.
#include "setting.h"

#include <cmath>
#include <fmt/format.h>

namespace typesetter {

namespace {

std::string gap(const Traits& traits) {
    return traits.is("score_gaps", "empty") ? "" : "–";
}

} // namespace

std::string printed_points(const Figure& points, const Traits& traits) {
    if (!points) return gap(traits);
    const int whole = static_cast<int>(std::floor(*points));
    if (*points == whole) return std::to_string(whole);
    if (traits.is("halves", "fraction")) return whole == 0 ? "½" : fmt::format("{}½", whole);
    return fmt::format("{},5", whole);
}

std::string printed_percent(const Figure& percent, const Traits& traits) {
    if (!percent) return gap(traits);
    const int whole = static_cast<int>(*percent);
    if (traits.is("percent_form", "spaced")) return fmt::format("{} %", whole);
    if (traits.is("percent_form", "decimal")) return fmt::format("{},0 %", whole);
    if (traits.is("percent_form", "bare")) return std::to_string(whole);
    return fmt::format("{}%", whole);
}

} // namespace typesetter
