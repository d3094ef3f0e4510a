// Mean, median and quartiles of what reports of an edition state.
#include "enquiry/distribution.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::enquiry;

namespace {

Ranking ranked(const std::vector<std::optional<Decimal>>& points) {
    Ranking ranking;
    for (const auto& one : points)
        ranking.reports.push_back({{}, {}, {.points = one, .max = {}, .percent = {}}});
    return ranking;
}

} // namespace

TEST_SUITE("enquiry") {
    TEST_CASE("quartiles lie between two figures in proportion") {
        const auto spread = distribution_of(ranked({40, 10, 20, 30}), {1, ""});
        REQUIRE(spread);
        CHECK(spread->values == std::vector<Decimal>{10, 20, 30, 40});
        CHECK(spread->lower_quartile == doctest::Approx(17.5));
        CHECK(spread->median == doctest::Approx(25));
        CHECK(spread->upper_quartile == doctest::Approx(32.5));
        CHECK(spread->mean.points == doctest::Approx(25));
        CHECK(spread->has_quartiles());
    }

    TEST_CASE("what is not stated does not count, and of few reports there are no quartiles") {
        const auto spread = distribution_of(ranked({50, {}, Decimal::from_tenths(605)}), {1, ""});
        REQUIRE(spread);
        CHECK(spread->mean.reports == 2);
        CHECK(spread->median == doctest::Approx(55.25));
        CHECK_FALSE(spread->has_quartiles());
        CHECK_FALSE(distribution_of(ranked({{}}), {1, ""}));
        CHECK_FALSE(distribution_of({}, {}));
    }

    TEST_CASE("numbers are told to a tenth") {
        CHECK(to_a_tenth(61.25) == Decimal::from_tenths(613));
        CHECK(to_a_tenth(61.24) == Decimal::from_tenths(612));
    }
}
