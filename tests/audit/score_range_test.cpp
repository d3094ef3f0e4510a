#include "audit/score_range.h"

#include "audit/audit.h"
#include "sample_reports.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace kompass;
using namespace kompass::audit;
using sample::score;

TEST_SUITE("audit") {
    TEST_CASE("a row bounds the score behind it") {
        const auto interval = unrounded(score(5, 15, 30)); // 30 % of 15 is 4.425 to 4.575, 5 is 4.5 to 5.5
        REQUIRE(interval.has_value());
        CHECK(interval->lower == doctest::Approx(4.5));
        CHECK(interval->upper == doctest::Approx(4.575));
        CHECK_FALSE(interval->empty());
    }

    TEST_CASE("a row that contradicts itself leaves no score; without points there is no range") {
        CHECK(unrounded(score(3, 20, 40))->empty());
        CHECK_FALSE(unrounded(Score{{}, 20, 40, {}, {}, {}, {}}).has_value());
    }

    TEST_CASE("without maximum or percent the points alone bound the score") {
        for (const Score& row : {Score{7, {}, 40, {}, {}, {}, {}}, Score{7, 20, {}, {}, {}, {}, {}}}) {
            CHECK(unrounded(row)->lower == doctest::Approx(6.5));
            CHECK(unrounded(row)->upper == doctest::Approx(7.5));
        }
    }

    TEST_CASE("both ends belong to a range") {
        CHECK(around_points(4, Grain::whole).meets(around_points(5, Grain::whole)));
        CHECK_FALSE(around_points(4, Grain::whole).meets(around_points(6, Grain::whole)));
        CHECK(around_points(51, Grain::whole).rounded(Grain::whole) == Numbers{50, 52});
        CHECK(exactly(51).rounded(Grain::whole) == Numbers{51, 51});
    }

    TEST_CASE("texts are rounded outwards and name one number once") {
        CHECK(to_text(ScoreRange{10015, 10200}) == "between 50.07 and 51.00");
        CHECK(to_text(ScoreRange{-100, 101}) == "between -0.50 and 0.51");
        CHECK(to_text(Numbers{50, 51}) == "50–51");
        CHECK(to_text(Numbers{8, 8}) == "8");
    }

    TEST_CASE("absurd figures overflow nothing") {
        constexpr int huge = 2'147'483'647;
        CHECK(scores_allowed(score(huge, huge, -huge - 1), Grain::whole).empty());
        CHECK(scores_allowed(score(-huge - 1, huge, huge), Grain::whole).empty());
    }

    TEST_CASE("whole, rounded and percents_of find what trying every number finds") {
        CHECK(rc::check([] {
            const int lower = *rc::gen::inRange(-2000, 20000);
            const ScoreRange range{lower, lower + *rc::gen::inRange(0, 800)};
            const int max = *rc::gen::inRange(1, 101);
            const auto holds = [](const Numbers& numbers, int n) {
                return numbers.first <= n && n <= numbers.last;
            };
            for (int n = -20; n <= 150; ++n) {
                RC_ASSERT(holds(range.within(Grain::whole), n) == range.meets(exactly(n)));
                RC_ASSERT(holds(range.rounded(Grain::whole), n) ==
                          range.meets(around_points(n, Grain::whole)));
                RC_ASSERT(holds(range.percents_of(max), n) == range.meets(around_percent(n, max)));
            }
        }));
    }
}
