#include "audit/grain.h"

#include "audit/audit.h"
#include "sample_reports.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::audit;
using sample::area;
using sample::score;

namespace {

constexpr auto half = Decimal::from_tenths(5);

/// As many areas as it takes: of each three questions, of which so many in all have a half.
Record with_halves(int halves, int totals_with_halves = 0) {
    Record record;
    for (int number = 1; number <= 5; ++number) {
        std::vector<Score> rows;
        for (int row = 0; row < 3; ++row)
            rows.push_back(score(halves-- > 0 ? 9 + half : Decimal(9), 30, 30));
        record.areas.push_back(
            area(number, score(totals_with_halves-- > 0 ? 27 + half : Decimal(27), 100, 27), rows));
    }
    return record;
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("a figure is as fine as it is printed") {
        CHECK(grain_of(9) == Grain::whole);
        CHECK(grain_of(9 + half) == Grain::half);
        CHECK(grain_of(Decimal::from_tenths(93)) == Grain::tenth);
        CHECK(step_of(Grain::half) == half);
    }

    TEST_CASE("a report without a half is one of whole points") {
        const auto grains = grains_of(with_halves(0));
        CHECK(grains.questions == Grain::whole);
        CHECK(grains.areas == Grain::whole);
        CHECK(grains_of({}).questions == Grain::whole);
    }

    TEST_CASE("a fifth of the figures with a half makes halves the grain, one or two among many do not") {
        CHECK(grains_of(with_halves(3)).questions == Grain::half);
        CHECK(grains_of(with_halves(2)).questions == Grain::whole);
        CHECK(grains_of(with_halves(1)).questions == Grain::whole);
    }

    TEST_CASE("questions and areas have grains of their own") {
        const auto grains = grains_of(with_halves(0, 2)); // each total stands in its box too
        CHECK(grains.questions == Grain::whole);
        CHECK(grains.areas == Grain::half);
        CHECK(grains_of(with_halves(8, 0)).areas == Grain::whole);
    }

    TEST_CASE("in halves a point bounds the score to a quarter, alone a half does so to its own") {
        const auto row = score(9 + half, 15, 63);
        CHECK(unrounded(row, Grain::half)->lower == doctest::Approx(9.375)); // 62.5 % of 15
        CHECK(unrounded(row, Grain::half)->upper == doctest::Approx(9.525));
        CHECK(unrounded(score(9 + half, 15, 65), Grain::whole)->upper == doctest::Approx(9.75)); // not 9.825
        CHECK(unrounded(score(9, 15, 63), Grain::half)->empty()); // 9.375 is beyond 9.25
        CHECK_FALSE(unrounded(score(9, 15, 63), Grain::whole)->empty());
    }

    TEST_CASE("a report in halves is exact to the half") {
        Record record;
        record.areas = {area(
            1, score(42 + half, 100, 43),
            {score(9 + half, 15, 63), score(13 + half, 20, 68), score(8, 25, 32), score(11 + half, 40, 29)})};
        const auto findings = audit::audit(record);
        CHECK(sample::with_verdict(findings, Verdict::exact).size() == findings.size());

        auto wrong = record;
        wrong.areas[0].questions[0].score.points = 9; // 8.75 to 9.25 of 15 are 58 to 62 %
        wrong.areas[0].total = score(44 + half, 100, 45);
        wrong.areas[0].box_points = 44 + half;
        const auto found = sample::with_verdict(audit::audit(wrong), Verdict::inconsistent);
        CHECK(sample::cells(found) == std::vector<std::string>{"1.1", "area 1 total points"});
        CHECK(found.at(0).expected == "9.5 of 15, or 58–62 %");
        CHECK(found.at(1).expected == "41.5–43");
    }

    TEST_CASE("of 100, a half is one percent or the next") {
        for (const int percent : {42, 43}) {
            Record record;
            record.areas = {area(1, score(42 + half, 100, percent), {})};
            CHECK(audit::audit(record).at(0).verdict == Verdict::exact);
        }
        Record record;
        record.areas = {area(1, score(42 + half, 100, 44), {})};
        CHECK(audit::audit(record).at(0).verdict == Verdict::inconsistent);
    }

    TEST_CASE("a history in halves sums exactly") {
        Record record;
        HistoryColumn column{2006, {50, 51, 52, 53, 54, 55, 56, 55 + half}, 426 + half, {}};
        record.history = {column};
        CHECK(audit::audit(record).at(0).verdict == Verdict::exact);
        record.history[0].total = 426;
        const auto finding = audit::audit(record).at(0);
        CHECK(finding.verdict == Verdict::inconsistent);
        CHECK(finding.expected == "426.5");
        CHECK(finding.printed == "426");
    }
}
