// Charts: what is drawn where, what is said of it, and that editions are not joined.
#include "publish/charts/charts.h"
#include "publish/charts/course_chart.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::publish::charts;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

bool holds(const std::string& text, const std::string& part) {
    return count(text, part) > 0;
}

enquiry::CourseEvaluation evaluation(int year, const std::string& edition, int points) {
    enquiry::CourseEvaluation one;
    one.year = year;
    one.edition = edition;
    one.total.points = points;
    one.total.points_state = archive::State::sound;
    return one;
}

const CourseWords words{.edition = "edition {}",
                        .no_edition = "none",
                        .own = "own",
                        .told = "told",
                        .unsure = "unsure",
                        .most = 800,
                        .point = ','};

} // namespace

TEST_SUITE("publish") {
    TEST_CASE("a bar is as long as its figure, with band, median and words") {
        const auto svg = profile_chart({.frame = {.id = "p", .title = "A & B", .description = "1: 47"},
                                        .own = "own",
                                        .band = "half",
                                        .median = "median",
                                        .rows = {{"1 Demokrati", Amount{47, "47?", true}, Band{40, 60}, 52.5},
                                                 {"2 Annat", {}, {}, {}}}});
        CHECK(holds(svg, R"(<title id="p-title">A &amp; B</title><desc id="p-desc">1: 47</desc>)"));
        CHECK(holds(svg, R"(role="img" aria-labelledby="p-title p-desc")"));
        CHECK(holds(svg, R"(<rect x="0%" y="95" width="47%" height="10" class="unsure bar"/>)"));
        CHECK(holds(svg, R"(<rect x="40%" y="90" width="20%" height="20" class="band"/>)"));
        CHECK(holds(svg, R"(x1="52.5%")"));
        CHECK(holds(svg, ">47?</text>"));
        CHECK(holds(svg, ">–</text>")); // what is not stated is said to be missing
        CHECK_FALSE(holds(svg, "xmlns"));
    }

    TEST_CASE("a radar has an axis for each row, and a broken line where a figure is not stated") {
        Profile profile{.frame = {.id = "r", .title = "A", .description = "1: 50"},
                        .own = "own",
                        .median = "median",
                        .unsure = "unsure",
                        .rows = {{"1 Demokrati", Amount{50, "50", false}, {}, 25.0},
                                 {"2 Annat", Amount{100, "100?", true}, {}, 25.0},
                                 {"3 Annat", Amount{0, "0", false}, {}, 25.0},
                                 {"4 Annat", Amount{100, "100", false}, {}, 25.0}}};
        const auto count = [](const std::string& text, const std::string& part) {
            int number = 0;
            for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
                ++number;
            return number;
        };
        const auto svg = radar_chart(profile);
        CHECK(holds(svg, R"(<title id="r-title">A</title><desc id="r-desc">1: 50</desc>)"));
        CHECK(holds(
            svg,
            R"(<polygon points="170,99 292,160 170,160 48,160" class="plane"/>)")); // up, right, down, left
        CHECK(count(svg, R"(class="line"/>)") == 4);
        CHECK(count(svg, R"(class="median line"/>)") == 5); // and in the legend
        CHECK(count(svg, R"(class="unsure point")") == 1);
        CHECK(holds(svg, ">unsure</text>"));
        profile.rows.at(1).own.reset();
        const auto broken = radar_chart(profile);
        CHECK_FALSE(holds(broken, "plane"));
        CHECK(count(broken, R"(class="line"/>)") == 2);
        CHECK(holds(broken, ">–</text>"));
    }

    TEST_CASE("a file of its own carries its style") {
        const auto svg = profile_chart({.frame = {.id = "p", .is_file = true}});
        CHECK(svg.starts_with(R"(<svg xmlns="http://www.w3.org/2000/svg")"));
        CHECK(holds(svg, "prefers-color-scheme: dark"));
        CHECK(holds(svg, ".chart .bar"));
    }

    TEST_CASE("each figure of a spread is a dot, equal ones above each other") {
        Spread spread{.frame = {.id = "s"}, .most = 800};
        spread.strips.push_back(
            {.label = "2016",
             .dots = {{{400, "400"}, "A 2016"}, {{400, "400!", true}, "B 2017"}, {{600, "600"}, "C", true}},
             .band = {},
             .median = 400});
        const auto svg = spread_chart(spread);
        CHECK(count(svg, "<circle") == 3);
        CHECK(holds(svg, "<title>B 2017: 400!</title>"));
        CHECK(count(svg, R"(cx="2.5%")") == 2);
        CHECK(holds(svg, R"(cx="97.5%" cy="51" r="6.5" class="own dot")"));
        CHECK(holds(svg, R"(class="unsure dot")"));
        CHECK(count(svg, R"(cy="51")") == 2); // the other one of 400 stands higher
    }

    TEST_CASE("a course is a line an edition, with a break between") {
        enquiry::Course course{"Köping", {}, {}};
        auto former = evaluation(2010, "2002", 500);
        former.source = enquiry::CourseEvaluation::Source::other_scoring;
        auto told = evaluation(2003, "", 300);
        told.source = enquiry::CourseEvaluation::Source::history;
        course.evaluations = {told, evaluation(2006, "2002", 424), former, evaluation(2014, "2010", 427)};
        course.evaluations[3].total.points = Decimal::from_tenths(4275);
        course.evaluations[3].total.points_state = archive::State::doubtful;
        const auto trend = trend_of(course, {.id = "t"}, words);
        REQUIRE(trend.lines.size() == 3);
        CHECK(trend.lines[0].label == "edition 2002");
        CHECK(trend.lines[0].points.size() == 2);
        CHECK(trend.lines[0].points[1].told);
        CHECK(trend.lines[1].points[0].amount.words == "427,5?");
        CHECK(trend.lines[2].label == "none");
        const auto svg = trend_chart(trend);
        CHECK(count(svg, R"(class="line")") == 1); // of 2002 alone
        CHECK(count(svg, R"(class="break")") == 1);
        CHECK(holds(svg, R"(class="unsure point")"));
        CHECK(holds(svg, ">edition 2010</text>"));
    }

    TEST_CASE("reports side by side are told apart by letters, not by colour alone") {
        const auto svg = comparison_chart({.frame = {.id = "c"},
                                           .reports = {"Köping 2017", "Kumla 2018"},
                                           .mean = "mean",
                                           .note = "Scores of different editions do not compare.",
                                           .rows = {{"1 Demokrati", {{Amount{50, "50"}, 40.0}, {{}, {}}}}}});
        CHECK(holds(svg, ">A  Köping 2017</text>"));
        CHECK(holds(svg, ">B  Kumla 2018</text>"));
        CHECK(holds(svg, R"(<rect x="5%" y="94" width="41.5%" height="11" class="series series-1"/>)"));
        CHECK(holds(svg, ">–</text>"));
        CHECK(holds(svg, "do not compare"));
    }

    TEST_CASE("the legend tells how an unsure figure is drawn, where there is one") {
        Profile profile{
            .frame = {.id = "p"}, .own = "own", .unsure = "not sure", .rows = {{"1", Amount{4, "4"}}}};
        CHECK_FALSE(holds(profile_chart(profile), "not sure"));
        profile.rows.front().own->unsure = true;
        CHECK(holds(profile_chart(profile),
                    R"(class="unsure bar"/><text x="28" y="36" class="small">not sure<)"));

        Spread spread{.frame = {.id = "s"}, .dot = "one", .unsure = "not sure"};
        spread.strips.push_back({.label = "", .dots = {{{31, "31"}, "A"}}});
        CHECK_FALSE(holds(spread_chart(spread), "not sure"));
        spread.strips.front().dots.front().amount.unsure = true;
        CHECK(holds(spread_chart(spread),
                    R"(class="unsure dot"/><text x="28" y="36" class="small">not sure<)"));

        Comparison comparison{.frame = {.id = "c"},
                              .reports = {"A"},
                              .unsure = "not sure",
                              .rows = {{"1", {{Amount{5, "5"}, {}}}}}};
        CHECK_FALSE(holds(comparison_chart(comparison), "not sure"));
        comparison.rows.front().bars.front().amount->unsure = true;
        CHECK(holds(comparison_chart(comparison),
                    R"(series-1 unsure"/><text x="28" y="36" class="small">not sure<)"));
    }

    TEST_CASE("an axis has the page's decimal point") {
        Spread spread{.frame = {.id = "s"}, .most = 10};
        spread.strips.push_back({.label = "", .dots = {{{3, "3"}, "A"}, {{4, "4"}, "B"}}});
        CHECK(holds(spread_chart(spread), ">3.2</text>"));
        spread.frame.point = ',';
        CHECK(holds(spread_chart(spread), ">3,2</text>"));
        CHECK_FALSE(holds(spread_chart(spread), ">3.2</text>"));
    }

    TEST_CASE("an axis is divided by round numbers") {
        CHECK(step_of(100, 4) == 25);
        CHECK(step_of(80, 4) == 20);
        CHECK(step_of(81, 4) == 25);
        CHECK(step_of(0, 4) == 1);
    }
}
