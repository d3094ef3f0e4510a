#include "model/record_facts.h"

#include <doctest/doctest.h>

#include <limits>

using namespace kompass;

TEST_SUITE("model") {
    TEST_CASE("points in all are those of eight areas or none") {
        std::vector<std::optional<Decimal>> areas{1, 2, 3, 4, 5, 6, 7};
        CHECK_FALSE(points_in_all(areas));
        areas.emplace_back(8);
        CHECK(points_in_all(areas) == 36);
        areas[3].reset();
        CHECK_FALSE(points_in_all(areas));
        areas[3] = 0;
        CHECK(points_in_all(areas) == 32);
        areas.emplace_back(9);
        CHECK_FALSE(points_in_all(areas));
        CHECK_FALSE(points_in_all(std::vector<std::optional<Decimal>>{}));
    }

    TEST_CASE("figures that no report has do not overflow their sum") {
        constexpr int most = std::numeric_limits<int>::max();
        CHECK(points_in_all(std::vector<std::optional<Decimal>>(8, most)) == 8 * std::int64_t{most});
    }

    TEST_CASE("of a record, the totals of its areas") {
        std::vector<Area> areas(8);
        CHECK_FALSE(points_in_all(areas));
        for (auto& area : areas)
            area.total.points = 50;
        CHECK(points_in_all(areas) == 400);
    }
}
