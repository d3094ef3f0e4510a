// How the figures of an edition's reports are spread: mean, median and quartiles. They are reckoned here
// alone.
//
// Quartiles and the median lie between two figures where they must, in proportion, as spreadsheets have it
// (QUARTILE.INC). Of few reports quartiles say nothing. Pure; no errors.
#pragma once

#include "enquiry/standings.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace kompass::enquiry {

struct Distribution {
    Mean mean;
    std::vector<Decimal> values; ///< least first, at least one
    double lower_quartile = 0, median = 0, upper_quartile = 0;

    static constexpr std::size_t least_for_quartiles = 4; ///< with fewer each report is a quarter and more
    [[nodiscard]] bool has_quartiles() const { return values.size() >= least_for_quartiles; }
};

/// nullopt if no report states it. Of a question: in per cent.
[[nodiscard]] std::optional<Distribution> distribution_of(const Ranking& ranking, const Subject& subject);

/// What so great a part of the values is not above: 0.5 is the median. `values`: least first, at least one.
[[nodiscard]] double quantile(const std::vector<Decimal>& values, double part);

/// To a tenth, as means and quartiles are told; a half goes up.
[[nodiscard]] Decimal to_a_tenth(double number);

} // namespace kompass::enquiry
