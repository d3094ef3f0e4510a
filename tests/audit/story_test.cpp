#include "audit/story.h"

#include "model/figures.h"
#include "sample_reports.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace kompass;
using namespace kompass::audit;

namespace {

/// 16 of 25, 63 %, in an area of 60 points.
Area some_area() {
    return sample::area(3, sample::out_of_hundred(60),
                        {sample::score(16, 25, 63), sample::score(44, 75, 59)});
}

/// The story of the area's figure number `index`: those of each question, of the total, then the box.
std::string story_of(Area area, std::size_t index, const std::string& read, bool witnessed = true) {
    const auto all = figures(area);
    return repair_story(area, all.at(index), read, witnessed);
}

/// Of a question's maximum, from 1 to 2.
Change changed(const char* question) {
    return {question_cell(question, CellField::max), 1, 2};
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("the story of a row's figures: what was read, what it is, and what bears witness") {
        CHECK(story_of(some_area(), 0, "18") ==
              "3.1 reads 18 for its points; 63 % of 25 is 15.8 ≈ 16 and the area sums to 60 as printed");
        CHECK(story_of(some_area(), 1, "26") ==
              "3.1 reads a maximum of 26; with 25 the maxima sum to 100 as printed");
        CHECK(story_of(some_area(), 2, "68") ==
              "3.1 reads 68 %; with 63 % the row gives 15.8 ≈ 16 and the area sums to 60 as printed");
    }

    TEST_CASE("what could not be read is called so") {
        CHECK(story_of(some_area(), 0, "").starts_with("3.1 has no points that could be read; "));
        CHECK(story_of(some_area(), 1, "").starts_with("3.1 has no maximum that could be read; "));
        CHECK(story_of(some_area(), 2, "").starts_with("3.1 has no percent that could be read; "));
        CHECK(story_of(some_area(), 6, "").starts_with("the total of area 3 cannot be read; "));
        CHECK(story_of(some_area(), 9, "") ==
              "the points box cannot be read; the score table has a total of 60");
    }

    TEST_CASE("no witness is named that was not heard") {
        CHECK(story_of(some_area(), 0, "18", false) ==
              "3.1 reads 18 for its points; 63 % of 25 is 15.8 ≈ 16");
        CHECK(story_of(some_area(), 1, "26", false) ==
              "3.1 reads a maximum of 26; with 25 points and percent agree");
        auto lacking = some_area();
        lacking.questions[0].score.percent.reset();
        lacking.total.points.reset();
        CHECK(story_of(lacking, 0, "18") == "3.1 reads 18 for its points; with 16");
        lacking.total.max.reset();
        CHECK(story_of(lacking, 1, "26") == "3.1 reads a maximum of 26; with 25 points and percent agree");
    }

    TEST_CASE("the story of the total names its witnesses") {
        CHECK(story_of(some_area(), 6, "80") ==
              "the total of area 3 reads 80; the questions and its percent and the points box give 60");
        auto lacking = some_area();
        lacking.box_points.reset();
        CHECK(story_of(lacking, 6, "80", false) == "the total of area 3 reads 80; its percent gives 60");
        CHECK(story_of(some_area(), 7, "106") ==
              "the maximum of area 3 reads 106; the questions' maxima sum to 100");
        CHECK(story_of(some_area(), 7, "106", false) ==
              "the maximum of area 3 reads 106; every area has 100");
        CHECK(story_of(some_area(), 8, "80") == "the percent of area 3's total reads 80; 60 of 100 is 60 %");
    }

    TEST_CASE("the story of a copy names where it stands") {
        CHECK(story_of(some_area(), 9, "80") == "the points box reads 80; the score table has a total of 60");
        HistoryColumn column{2018, {43, 38, 60, 54, 56, 52, 37, 57}, 397, {}};
        const auto all = figures(column);
        CHECK(repair_story(some_area(), all.at(2), "80", true) ==
              "the table of evaluations (history 2018 area 3) reads 80; the score table has a total of 60");
    }

    TEST_CASE("open explanations: each once, three of them, the empty ones passed over") {
        CHECK(open_story({}).empty());
        CHECK(open_story({{}, {}}).empty());
        const Change percent{question_cell("4.4", CellField::percent), 63, 68};
        const Change box{area_cell(4, CellField::box_points), std::nullopt, 61};
        CHECK(open_story({{percent}}) == "If OCR misread a figure, it may be 4.4 percent 68 (read 63).");
        CHECK(open_story({{}, {percent, box}, {percent, box}}) ==
              "If OCR misread a figure, it may be 4.4 percent 68 (read 63) and area 4 box points 61 (not "
              "read).");
        const std::vector<std::vector<Change>> three{{changed("1.1")}, {changed("2.1")}, {changed("3.1")}};
        CHECK(open_story(three) == "If OCR misread a figure, it may be 1.1 max 2 (read 1), or 2.1 max 2 "
                                   "(read 1), or 3.1 max 2 (read 1).");
        auto four = three;
        four.push_back({changed("4.1")});
        CHECK(open_story(four) ==
              "If OCR misread a figure, it may be 1.1 max 2 (read 1), or 2.1 max 2 (read 1), or 3.1 max 2 "
              "(read 1), among others.");
    }
}
