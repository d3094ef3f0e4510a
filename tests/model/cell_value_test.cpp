// What a cell can hold, and why it cannot hold the rest.
#include "model/cell_value.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace kompass;

std::string fault(const char* cell, const char* value) {
    return fault_of_value(cell_from(cell).value(), value);
}

} // namespace

TEST_SUITE("model") {

    TEST_CASE("numbers are whole and within the bounds of what they count") {
        for (const auto& [cell, value] : {std::pair{"4.4 points", "0"},
                                          {"4.4 percent", "100"},
                                          {"area 4 total points", "100"},
                                          {"history 2014 total", "800"},
                                          {"year", "2017"},
                                          {"month", "12"},
                                          {"ordinal", "2"},
                                          {"interviewees", "30"}})
            CHECK_MESSAGE(fault(cell, value).empty(), cell);
        for (const auto& [cell, value] : {std::pair{"4.4 points", "101"},
                                          {"4.4 percent", "168"},
                                          {"4.4 percent", "12,5"},
                                          {"4.4 percent", "-1"},
                                          {"4.4 percent", "+1"},
                                          {"history 2014 area 3", "800"},
                                          {"history 2014 total", "801"},
                                          {"year", "17"},
                                          {"month", "13"},
                                          {"month", "0"},
                                          {"ordinal", "0"}})
            CHECK_FALSE_MESSAGE(fault(cell, value).empty(), cell);
        CHECK(fault("4.4 points", "tolv") ==
              "'4.4 points' holds a number from 0 to 100 with one decimal at most, not 'tolv'");
        CHECK(fault("4.4 max", "tolv") == "'4.4 max' holds a whole number from 0 to 100, not 'tolv'");
    }

    TEST_CASE("points may have a decimal, with a comma or a point; it is told with a point") {
        for (const auto* cell : {"4.4 points", "area 4 total points", "area 4 box points",
                                 "history 2006 area 3", "history 2006 total"})
            for (const auto* value : {"9,5", "9.5", "9"})
                CHECK_MESSAGE(fault(cell, value).empty(), cell);
        for (const auto* cell : {"4.4 max", "area 4 total percent", "year", "interviewees"})
            CHECK_FALSE_MESSAGE(fault(cell, "9,5").empty(), cell);
        for (const auto* value : {"9,55", "100,5", ",5", "9,"})
            CHECK_FALSE_MESSAGE(fault("4.4 points", value).empty(), value);
        CHECK(plain_value(cell_from("4.4 points").value(), "9,5") == "9.5");
        CHECK(plain_value(cell_from("history 2006 total").value(), "426,0") == "426");
        CHECK(plain_value(cell_from("area 4 title").value(), "9,5") == "9,5");
    }

    TEST_CASE("dates are days that there were, texts are not blank") {
        CHECK(fault("document date", "2020-02-29").empty());
        for (const auto* date : {"igår", "2019-02-29", "2019-13-01", "2019-1-1", "20190101", "2019-02-08x"})
            CHECK_FALSE_MESSAGE(fault("document date", date).empty(), date);
        CHECK(fault("area 4 title", "Ledarskap").empty());
        CHECK_FALSE(fault("area 4 title", " \t").empty());
        CHECK_FALSE(fault("municipality", "").empty());
    }

    TEST_CASE("what is no value of its own is not to be decided") {
        for (const auto* cell : {"4.4 text", "4.4 max", "area 4 title", "area 4 box points",
                                 "area 4 weakness 2", "area 4 total percent", "history 2014 total",
                                 "municipality", "edition", "area 4 role model 1", "evaluator 2"})
            CHECK_MESSAGE(is_decidable(cell_from(cell).value()), cell);
        for (const auto* cell :
             {"4.4", "area 4 total", "area 4 strengths", "history 2014", "municipality code",
              "inconsistencies", "doubtful", "evaluators", "chapters", "area 4 role models"})
            CHECK_FALSE_MESSAGE(is_decidable(cell_from(cell).value()), cell);
    }

} // TEST_SUITE
