// That it finds what trying everything finds is in settlement_property_test.cpp; here are the rules one by
// one.
#include "audit/solver.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace kompass;
using namespace kompass::audit;

namespace {

/// The figure as read, and values that it may be by one usual misreading.
Choices maybe(int read, const std::vector<int>& others, double cost = 3) {
    Choices choices{{read, 0, 0}};
    for (const int other : others)
        choices.push_back({other, 1, cost});
    return choices;
}

RowChoices row(int points, int max, int percent) {
    return {as_printed(points), as_printed(max), as_printed(percent)};
}

/// 10 + 20 + 30 of 20 + 30 + 50; the box says the same.
AreaProblem sound() {
    return {{row(10, 20, 50), row(20, 30, 67), row(30, 50, 60)}, row(60, 100, 60), {as_printed(60)}};
}

std::vector<Explanation> solved(const AreaProblem& problem, int most_strain = 4) {
    SolverLimits limits;
    limits.most_strain = most_strain;
    return solve(problem, limits);
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("an area that holds is explained by what was read") {
        const auto found = solved(sound());
        REQUIRE(found.size() == 1);
        CHECK(found[0].strain == 0);
        CHECK(found[0].rows == std::vector<RowFigures>{{10, 20, 50}, {20, 30, 67}, {30, 50, 60}});
        CHECK(found[0].total == RowFigures{60, 100, 60});
        CHECK(found[0].copies == std::vector<std::optional<Decimal>>{60});
    }

    TEST_CASE("each check can refuse an area: sum, maxima, hundred, the total's row, box") {
        auto sum = sound();
        sum.total = row(64, 100, 64);
        sum.copies = {as_printed(64)};
        CHECK(solved(sum).empty());
        auto maxima = sound();
        maxima.rows[2] = row(30, 45, 67);
        CHECK(solved(maxima).empty());
        auto hundred = sound();
        hundred.rows[2] = row(30, 45, 67);
        hundred.total = row(60, 95, 63);
        CHECK(solved(hundred).empty());
        auto total_row = sound();
        total_row.total.percent = as_printed(61);
        CHECK(solved(total_row).empty());
        auto box = sound();
        box.copies.push_back(as_printed(61));
        CHECK(solved(box).empty());
    }

    TEST_CASE("what is not printed is not checked") {
        auto no_total = sound();
        no_total.total = {{}, as_printed(100), {}};
        no_total.copies = {as_printed(12)};
        REQUIRE(solved(no_total).size() == 1);
        CHECK(solved(no_total)[0].total == RowFigures{std::nullopt, 100, std::nullopt});
        auto no_points = sound();
        no_points.rows[0].points.clear();
        no_points.total = row(99, 100, 99);
        no_points.copies.clear();
        CHECK(solved(no_points).size() == 1);
        auto no_max = sound();
        no_max.rows[0].max.clear();
        no_max.rows[2].max = as_printed(55);
        no_max.rows[2].percent.clear();
        CHECK(solved(no_max).size() == 1);
    }

    TEST_CASE("sums within rounding hold, at both of their ends") {
        // Scores from 9.9 to 10.1, 19.95 to 20.25, 29.75 to 30.25: their sum from 59.60 to 60.60.
        auto within = sound();
        within.total = row(61, 100, 61);
        within.copies = {as_printed(61)};
        CHECK(solved(within).size() == 1);
        within.total = row(62, 100, 62);
        within.copies = {as_printed(62)};
        CHECK(solved(within).empty());
        within.total = row(59, 100, 59);
        within.copies = {as_printed(59)};
        CHECK(solved(within).empty());
    }

    TEST_CASE(
        "the fewest misreadings win, and all explanations that take as many are told, the likeliest first") {
        auto problem = sound();
        problem.rows[0].percent = maybe(90, {50});
        auto found = solved(problem);
        REQUIRE(found.size() == 1);
        CHECK(found[0].strain == 1);
        CHECK(found[0].rows[0] == RowFigures{10, 20, 50});

        problem.rows[0].percent = {{90, 0, 0}, {50, 1, 3}, {51, 1, 2}};
        found = solved(problem);
        REQUIRE(found.size() == 2);
        CHECK(found[0].rows[0].percent ==
              51); // 10.2 and 20.1 and 30 of 60: as likely a sum, a cheaper reading
        CHECK(std::is_sorted(found.begin(), found.end(),
                             [](const Explanation& a, const Explanation& b) { return a.cost < b.cost; }));
    }

    TEST_CASE("one misreading more is told unless it merely adds to a simpler explanation") {
        auto problem = sound();
        problem.rows[0] = {maybe(10, {11}), as_printed(20), maybe(90, {50, 55}, 6)};
        // 50 % alone; or 11 points of 55 %, which is another explanation if the sum bears it.
        const auto found = solved(problem);
        REQUIRE_FALSE(found.empty());
        CHECK(found[0].rows[0] == RowFigures{10, 20, 50});
        for (const auto& explanation : found)
            CHECK(explanation.rows[0] != RowFigures{11, 20, 50});

        auto adding = sound();
        adding.rows[0].percent = maybe(90, {50});
        adding.rows[1].percent = maybe(67, {66}); // nothing calls for it
        CHECK(solved(adding).size() == 1);
    }

    TEST_CASE("the bounds: strain, odds, steps, explanations") {
        auto problem = sound();
        problem.rows[0].percent = maybe(90, {50});
        problem.rows[1].percent = maybe(10, {67});
        CHECK(solved(problem, 2).size() == 1);
        CHECK(solved(problem, 2)[0].strain == 2);
        CHECK(solved(problem, 1).empty());

        SolverLimits few_steps;
        few_steps.most_steps = 3;
        CHECK(solve(sound(), few_steps).empty());
        auto open = sound();
        open.rows[0].percent = not_read();
        open.rows[1].percent = not_read();
        CHECK(solved(open).size() > 5);
        SolverLimits few;
        few.most_explanations = 5;
        CHECK(solve(open, few).empty()); // not all were found, so none is told
    }

    TEST_CASE("copies that were misread are read as the total is") {
        auto problem = sound();
        problem.copies = {maybe(80, {60}), maybe(66, {60})};
        const auto found = solved(problem);
        REQUIRE(found.size() == 1);
        CHECK(found[0].strain == 2);
        CHECK(found[0].copies == std::vector<std::optional<Decimal>>{60, 60});
        CHECK(found[0].cost >= 6);
    }

    TEST_CASE("an area of no rows has the checks of its total") {
        CHECK(solved({{}, row(60, 100, 60), {as_printed(60)}}).size() == 1);
        CHECK(solved({{}, row(60, 100, 60), {as_printed(61)}}).empty());
        CHECK(solved({{}, row(60, 90, 67), {}}).empty());
    }
}
