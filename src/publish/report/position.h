// Where an evaluation stands among those of its edition: in all, in an area, in a question. Pure.
#pragma once

#include "publish/site/content.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::publish::report {

struct Position {
    int rank = 0, of = 0;              ///< equal figures share a rank
    std::optional<int> better_than{};  ///< per cent of the others that have a lower figure; none: no others
    std::optional<double> to_median{}; ///< above it, in points or per cent; none: too few to have one
    std::optional<double> lower{}, median{}, upper{};
};

/// nullopt: the evaluation is not ranked.
[[nodiscard]] std::optional<Position> position_of(const site::Standing& standing, std::int64_t report);

/// An area or question and its distance from the edition's median.
struct Distance {
    int area = 0;
    const site::QuestionContent* question = nullptr; ///< none: the whole area
    Decimal own{};                                   ///< in points, of a question in per cent
    double median = 0;

    [[nodiscard]] double difference() const { return own.real() - median; }
};

/// All areas, or all questions, that can be compared; those that are farthest below first.
[[nodiscard]] std::vector<Distance> distances_of_areas(const site::EditionContent& edition,
                                                       std::int64_t report);
[[nodiscard]] std::vector<Distance> distances_of_questions(const site::EditionContent& edition,
                                                           std::int64_t report);

} // namespace kompass::publish::report
