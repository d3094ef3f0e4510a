#include "audit/row_variants.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

using namespace kompass;
using namespace kompass::audit;

namespace {

RowChoices printed(int points, int max, int percent) {
    return {as_printed(points), as_printed(max), as_printed(percent)};
}

std::size_t count(const RowChoices& choices, int most_strain = 4) {
    return row_variants(choices, most_strain).size();
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("a row is possible if one score rounds to points and percent") {
        CHECK(count(printed(5, 15, 30)) == 1);
        CHECK(count(printed(5, 15, 29)) == 0);
        CHECK(count(printed(2, 10, 25)) == 1); // halves, either way
        CHECK(count(printed(3, 10, 25)) == 1);
        CHECK(count(printed(4, 10, 25)) == 0);
    }

    TEST_CASE("points of more than the maximum, percents above 100, a maximum of nothing are not possible") {
        CHECK(count(printed(15, 15, 100)) == 1);
        CHECK(count(printed(16, 15, 103)) == 0);
        CHECK(count({as_printed(15), as_printed(15), as_printed(101)}) == 0);
        CHECK(count({as_printed(16), as_printed(15), {}}) == 0);
        CHECK(count({as_printed(0), as_printed(0), {}}) == 0);
        CHECK(count({{}, as_printed(0), {}}) == 0);
        CHECK(count({{}, as_printed(15), as_printed(100)}) == 1);
        CHECK(count({{}, {}, as_printed(101)}) == 0);
    }

    TEST_CASE("the range is that of the printed figures; a figure that is not printed bounds nothing") {
        const auto row = row_variants(printed(5, 15, 30), 0);
        REQUIRE(row.size() == 1);
        CHECK(row[0].range == ScoreRange{900, 915});
        CHECK(row[0].figures == RowFigures{5, 15, 30});
        const auto points = row_variants({as_printed(5), as_printed(15), {}}, 0);
        REQUIRE(points.size() == 1);
        CHECK(points[0].range == ScoreRange{900, 1100});
        CHECK(points[0].figures == RowFigures{5, 15, std::nullopt});
        CHECK(points[0].cost == 0);
        CHECK(row_variants({{}, as_printed(15), as_printed(30)}, 0).at(0).range == ScoreRange{});
    }

    TEST_CASE("the less room rounding leaves, the dearer the row") {
        // 2 of 10 at 20 %: all of the percent's range lies within the points', 21 of 21 units.
        CHECK(row_variants(printed(2, 10, 20), 0).at(0).cost == doctest::Approx(0));
        // 3 of 10 at 25 %: little but the half.
        CHECK(row_variants(printed(3, 10, 25), 0).at(0).cost > 0.5);
        // Of a wide maximum, the points bound the score: 200 units of it.
        CHECK(row_variants(printed(50, 200, 25), 0).at(0).cost == doctest::Approx(0));
    }

    TEST_CASE("strains and costs add up; the bound on strain belongs to it; least strain first, then cost") {
        const RowChoices choices{{{5, 0, 0}, {6, 1, 2.0}, {4, 1, 1.0}},
                                 {{15, 0, 0}, {25, 1, 0.5}},
                                 {{30, 0, 0}, {40, 2, 4.0}, {25, 1, 3.0}}};
        const auto all = row_variants(choices, 3);
        const auto found = std::find_if(all.begin(), all.end(), [](const RowVariant& variant) {
            return variant.figures == RowFigures{6, 15, 40};
        });
        REQUIRE(found != all.end());
        CHECK(found->strain == 3);
        CHECK(found->cost >= 6.0);
        CHECK(found->cost < 6.0 + std::log(31));
        CHECK(std::is_sorted(all.begin(), all.end(), [](const RowVariant& a, const RowVariant& b) {
            return std::tie(a.strain, a.cost) < std::tie(b.strain, b.cost);
        }));
        const auto fewer = row_variants(choices, 2);
        CHECK(fewer.size() < all.size());
        CHECK(std::count_if(all.begin(), all.end(), [](const RowVariant& v) { return v.strain <= 2; }) ==
              static_cast<std::ptrdiff_t>(fewer.size()));
        REQUIRE(count(choices, 0) == 1);
        CHECK(row_variants(choices, 0).at(0).figures == RowFigures{5, 15, 30});
    }
}
