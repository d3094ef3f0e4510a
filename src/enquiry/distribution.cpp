#include "enquiry/distribution.h"

#include <algorithm>
#include <cmath>

namespace kompass::enquiry {

double quantile(const std::vector<Decimal>& values, double part) {
    const double place = part * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, values.size() - 1);
    const double beyond = place - static_cast<double>(below);
    return values[below].real() + beyond * (values[above].real() - values[below].real());
}

std::optional<Distribution> distribution_of(const Ranking& ranking, const Subject& subject) {
    const auto mean = mean_of(ranking, subject);
    if (!mean || mean->reports == 0) return std::nullopt;
    Distribution distribution{.mean = *mean, .values = {}};
    for (const auto& report : ranking.reports)
        if (const auto value = measure(report.figures, subject)) distribution.values.push_back(*value);
    std::sort(distribution.values.begin(), distribution.values.end());
    constexpr double quarter = 0.25;
    constexpr double half = 0.5;
    distribution.lower_quartile = quantile(distribution.values, quarter);
    distribution.median = quantile(distribution.values, half);
    distribution.upper_quartile = quantile(distribution.values, 1 - quarter);
    return distribution;
}

Decimal to_a_tenth(double number) {
    constexpr double tenths = 10;
    return Decimal::from_tenths(std::llround(number * tenths));
}

} // namespace kompass::enquiry
