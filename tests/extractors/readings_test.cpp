#include "extractors/readings.h"

#include <doctest/doctest.h>

using namespace kompass;

namespace {

Score row(int points, int max, int percent) {
    Score score;
    score.points = points;
    score.max = max;
    score.percent = percent;
    return score;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("a row takes the only reading that fits it, and keeps what was read") {
        auto score = row(1, 20, 55);
        score.doubtful = {"points"};
        score.candidates["points"] = {1, 11};
        settle_by_row(score);
        CHECK(score.points == 11);
        CHECK(score.doubtful.empty());
        CHECK(score.candidates.empty());
        REQUIRE(score.repairs.size() == 1);
        CHECK(score.repairs[0].read == "1");
        CHECK(score.repairs[0].value == 11);
    }

    TEST_CASE("a first reading that alone fits is no repair") {
        auto score = row(9, 15, 62);
        score.doubtful = {"points"};
        score.candidates["points"] = {9, 3};
        settle_by_row(score);
        CHECK(score.points == 9);
        CHECK(score.doubtful.empty());
        CHECK(score.repairs.empty());
    }

    TEST_CASE("two readings that fit leave the figure doubtful") {
        auto score = row(6, 10, 60);
        score.doubtful = {"percent"};
        score.candidates["percent"] = {60, 64};
        settle_by_row(score);
        CHECK(score.percent == 60);
        CHECK(score.doubtful == std::vector<std::string>{"percent"});
        CHECK(score.candidates.at("percent").size() == 2);
    }

    TEST_CASE("a single unsure reading stays doubtful, also where the row allows it") {
        auto score = row(9, 15, 62);
        score.doubtful = {"points"};
        score.candidates["points"] = {9};
        settle_by_row(score);
        CHECK(score.doubtful == std::vector<std::string>{"points"});
    }

    TEST_CASE("readings of which none fits stay doubtful") {
        auto score = row(1, 20, 55);
        score.doubtful = {"points"};
        score.candidates["points"] = {1, 4};
        settle_by_row(score);
        CHECK(score.doubtful == std::vector<std::string>{"points"});
        CHECK(score.points == 1);
    }
}
