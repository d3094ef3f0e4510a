// How records differ: every change is seen, and named so that a person knows where to look.
#include "model/record_diff.h"
#include "model/record_json.h"
#include "sample_records.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace kompass;

Record report() {
    Record record;
    record.file = "almvik.pdf";
    record.municipality = "Älmvik";
    record.year = 2014;
    Area area;
    area.number = 4;
    area.title = "Ledarskap";
    area.total = {62, 100, 62, {}, {}, {}, {}};
    area.questions = {{"4.1", "Hur leds arbetet?", {12, 20, 61, {}, {}, {}, {{3, std::nullopt}}}}};
    area.strengths = {{"Tydliga mål", "", {}}, {"Korta vägar", "", {}}};
    record.areas = {area};
    record.history = {{2012, {40, std::nullopt}, 390, {}}};
    return record;
}

Differences after(void (*change)(Record&)) {
    auto record = report();
    change(record);
    return differences(report(), record);
}

} // namespace

TEST_SUITE("model") {

    TEST_CASE("equal records have no differences") {
        CHECK(differences(report(), report()).empty());
    }

    TEST_CASE("a figure, a fact, a doubt: the cell is named as the audit names it") {
        CHECK(after([](Record& record) { record.areas[0].questions[0].score.percent = 60; }) ==
              Differences{{"4.1 percent", "61", "60"}});
        CHECK(after([](Record& record) { record.areas[0].total.points.reset(); }) ==
              Differences{{"area 4 total points", "62", std::nullopt}});
        CHECK(after([](Record& record) { record.areas[0].questions[0].score.doubtful = {"points"}; }) ==
              Differences{{"4.1 points", "12", "12?"}});
        CHECK(after([](Record& record) { record.history[0].areas[1] = 50; }) ==
              Differences{{"history 2012 area 2", std::nullopt, "50"}});
        CHECK(after([](Record& record) { record.year = 2015; }) == Differences{{"year", "2014", "2015"}});
    }

    TEST_CASE("texts that came and went are told one by one, an order once") {
        CHECK(after([](Record& record) { record.areas[0].strengths[0].text = "Tydliga planer"; }) ==
              Differences{{"area 4 strengths", "Tydliga mål", std::nullopt},
                          {"area 4 strengths", std::nullopt, "Tydliga planer"}});
        CHECK(after([](Record& record) {
                  std::swap(record.areas[0].strengths[0], record.areas[0].strengths[1]);
              }) == Differences{{"area 4 strengths order", std::nullopt, std::nullopt}});
        CHECK(after([](Record& record) {
                  record.areas[0].strengths.push_back(record.areas[0].strengths[0]);
              }) == Differences{{"area 4 strengths", std::nullopt, "Tydliga mål"}});
    }

    TEST_CASE("what nobody reads as a value is still a difference") {
        CHECK(after([](Record& record) { record.areas[0].questions[0].score.places[0].page = 4; }) ==
              Differences{{"places and notes", std::nullopt, std::nullopt}});
    }

    TEST_CASE("a question read twice hides nothing") {
        const auto found = after([](Record& record) {
            record.areas[0].questions.push_back(record.areas[0].questions[0]);
            record.areas[0].questions[1].score.points = 13;
        });
        const auto names_the_second = [](const Difference& difference) {
            return difference.cell == "4.1 points again" && difference.after == "13";
        };
        CHECK(std::any_of(found.begin(), found.end(), names_the_second));
    }

} // TEST_SUITE
