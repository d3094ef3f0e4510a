#include "publish/report/position.h"

#include "tests/archive/samples.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::publish;
using namespace kompass::publish::report;

namespace {

/// Reports 1, 2, … of these points, which are ranked; none: it does not state them.
site::Standing standing_of(const std::vector<std::optional<int>>& points) {
    site::Standing standing{.subject = {.area = 3, .question = ""}, .ranking = {}, .distribution = {}};
    for (std::size_t i = 0; i < points.size(); ++i) {
        enquiry::RankedReport report;
        report.report.id = static_cast<std::int64_t>(i) + 1;
        if (points[i]) {
            report.figures.points = Decimal(*points[i]);
            report.rank =
                1 + static_cast<int>(std::count_if(points.begin(), points.end(), [&](const auto& one) {
                    return one && *one > *points[i];
                }));
        }
        standing.ranking.reports.push_back(report);
    }
    standing.distribution = enquiry::distribution_of(standing.ranking, standing.subject);
    return standing;
}

} // namespace

TEST_SUITE("publish") {
    TEST_CASE("a position is told by place, by the share of lower ones, and by the median") {
        const auto standing = standing_of({40, 60, 60, 80, std::nullopt});
        const auto position = position_of(standing, 2);
        REQUIRE(position);
        CHECK(position->rank == 2);
        CHECK(position->of == 4);
        CHECK(position->better_than == 33); // one of three others
        CHECK(position->to_median == 0);
        CHECK(position->lower == 55);
        CHECK(position->upper == 65);
        CHECK(position_of(standing, 4)->better_than == 100);
        CHECK(position_of(standing, 1)->to_median == -20);
        CHECK_FALSE(position_of(standing, 5)); // states nothing
        CHECK_FALSE(position_of(standing, 6));
    }

    TEST_CASE("of few reports there are no quartiles, and of one alone no share") {
        const auto three = position_of(standing_of({40, 60, 80}), 3);
        REQUIRE(three);
        CHECK(three->better_than == 100);
        CHECK_FALSE(three->median);
        CHECK_FALSE(three->to_median);
        CHECK_FALSE(position_of(standing_of({40}), 1)->better_than);
    }

    TEST_CASE(
        "areas stand in the order of their distance from the median, those that cannot be compared in none") {
        site::EditionContent edition{.id = "2016", .total = standing_of({}), .areas = {}};
        for (int area = 1; area <= area_count; ++area)
            edition.areas.at(static_cast<std::size_t>(area) - 1).standing =
                standing_of({50, 40, 60, 70 + area});
        edition.areas.at(4).standing = standing_of({50, 40, 60});
        edition.areas.at(6).standing = standing_of({20, 40, 60, 80});
        const auto distances = distances_of_areas(edition, 1);
        REQUIRE(distances.size() == 7);
        CHECK(distances.front().area == 7);
        CHECK(distances.front().difference() == -30);
        CHECK(distances[1].difference() == -5);
        CHECK(distances_of_questions(edition, 1).empty());
    }
}
