#include "publish/report/position.h"

#include <algorithm>
#include <cmath>

namespace kompass::publish::report {
namespace {

std::optional<Distance> distance_of(const site::Standing& standing, std::int64_t report) {
    const auto* own = standing.of(report);
    if (own == nullptr || !standing.distribution || !standing.distribution->has_quartiles())
        return std::nullopt;
    const auto value = enquiry::measure(own->figures, standing.subject);
    if (!value) return std::nullopt;
    return Distance{.own = *value, .median = standing.distribution->median};
}

void sort_lowest_first(std::vector<Distance>& distances) {
    std::stable_sort(distances.begin(), distances.end(),
                     [](const Distance& a, const Distance& b) { return a.difference() < b.difference(); });
}

} // namespace

std::optional<Position> position_of(const site::Standing& standing, std::int64_t report) {
    const auto* own = standing.of(report);
    if (own == nullptr) return std::nullopt;
    Position position{.rank = *own->rank, .of = standing.ranked()};
    const auto value = enquiry::measure(own->figures, standing.subject);
    if (position.of > 1 && value) {
        const auto below = std::count_if(
            standing.ranking.reports.begin(), standing.ranking.reports.end(), [&](const auto& one) {
                const auto other = enquiry::measure(one.figures, standing.subject);
                return one.rank && other && *other < *value;
            });
        position.better_than = static_cast<int>(
            std::lround(100.0 * static_cast<double>(below) / static_cast<double>(position.of - 1)));
    }
    if (standing.distribution && standing.distribution->has_quartiles() && value) {
        position.lower = standing.distribution->lower_quartile;
        position.median = standing.distribution->median;
        position.upper = standing.distribution->upper_quartile;
        position.to_median = value->real() - *position.median;
    }
    return position;
}

std::vector<Distance> distances_of_areas(const site::EditionContent& edition, std::int64_t report) {
    std::vector<Distance> distances;
    for (int area = 1; area <= area_count; ++area)
        if (auto distance = distance_of(edition.area(area).standing, report)) {
            distance->area = area;
            distances.push_back(*distance);
        }
    sort_lowest_first(distances);
    return distances;
}

std::vector<Distance> distances_of_questions(const site::EditionContent& edition, std::int64_t report) {
    std::vector<Distance> distances;
    for (int area = 1; area <= area_count; ++area)
        for (const auto& question : edition.area(area).questions)
            if (auto distance = distance_of(question.standing, report)) {
                distance->area = area;
                distance->question = &question;
                distances.push_back(*distance);
            }
    sort_lowest_first(distances);
    return distances;
}

} // namespace kompass::publish::report
