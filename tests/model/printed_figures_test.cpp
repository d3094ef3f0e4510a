// Figures as tables print them.
#include "model/printed_figures.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;

namespace {

std::string shown(std::string_view cell) {
    std::string text;
    for (const auto& figure : printed::figures(cell)) {
        if (!text.empty()) text += ' ';
        if (figure.dash)
            text += "dash";
        else
            text += figure.value ? figure.value->text() : "none";
        if (figure.percent) text += '%';
        if (figure.change) text += " change";
    }
    return text;
}

} // namespace

TEST_SUITE("model") {
    TEST_CASE("figures in their many prints") {
        CHECK(shown("7") == "7");
        CHECK(shown("65%") == "65%");
        CHECK(shown("65 %") == "65%");
        CHECK(shown("65\u00a0%") == "65%");
        CHECK(shown("65,0 %") == "65%");
        CHECK(shown("7p") == "7");
        CHECK(shown("7 p") == "7");
        CHECK(shown("7 poäng") == "7");
        CHECK(shown("|65%") == "65%");
        CHECK(shown("9,5") == "9.5");
        CHECK(shown("9,50") == "9.5");
        CHECK(shown("9,0") == "9");
        CHECK(shown("9½") == "9.5");
        CHECK(shown("9 ½") == "9.5");
        CHECK(shown("½") == "0.5");
        CHECK(shown("9.5") == "9.5");
        CHECK(shown("426,5 p") == "426.5");
        CHECK(shown("9,5*") == "9.5");
        CHECK(shown("-2,5") == "2.5 change");
        CHECK(shown("9,3") == "none");
        CHECK(shown("62,5 %") == "none%");
        CHECK(shown("+7") == "7 change");
        CHECK(shown("−1") == "1 change");
        CHECK(shown("–") == "dash");
        CHECK(shown("7*") == "7");
        CHECK(shown("65 %²") == "65%");
    }

    TEST_CASE("points and maximum in one cell") {
        CHECK(shown("7 / 15") == "7 15");
        CHECK(shown("7/15") == "7 15");
        CHECK(shown("7 av 15") == "7 15");
        CHECK(shown("37 av 100 p") == "37 100");
        CHECK(shown("7 (15)") == "7 15");
        CHECK(shown("7 (av 15)") == "7 15");
        CHECK(shown("7 p av 15 p") == "7 15");
        CHECK(shown("9,5/15") == "9.5 15");
        CHECK(shown("9½ av 15") == "9.5 15");
        CHECK(shown("9,5 (15)") == "9.5 15");
    }

    TEST_CASE("points, maximum and percentage in one cell") {
        CHECK(shown("10/15 (65 %)") == "10 15 65%");
        CHECK(shown("10 / 15 (65%)") == "10 15 65%");
        CHECK(shown("10 av 15 (65 %)") == "10 15 65%");
        CHECK(shown("10 av 15, 65 %") == "10 15 65%");
        CHECK(shown("10/15 – 65 %") == "10 15 65%");
        CHECK(shown("10 (15) 65 %") == "10 15 65%");
        CHECK(shown("65 % (10/15)") == "65% 10 15");
        CHECK(shown("9,5 av 15 möjliga (63 %)") == "9.5 15 63%");
        CHECK(shown("100 poäng av 100 möjliga (100 %)") == "100 100 100%");
    }

    TEST_CASE("what is no cell of figures") {
        for (const auto* text : {"",
                                 "1.2",
                                 "4.5",
                                 "9,5,5",
                                 "Max",
                                 "7 av",
                                 "av 7",
                                 "12 13",
                                 "2019-02-08",
                                 "12345",
                                 "7 / x",
                                 "%",
                                 "22 (24) (3)",
                                 "kap. 7",
                                 "7 15 65%",
                                 "7/15 (65",
                                 "7/15/30",
                                 "7/15 65",
                                 "7 av 15 (65 %) 3",
                                 "2014/2015 (30)",
                                 "7 (15 (65 %))"})
            CHECK_MESSAGE(shown(text).empty(), text);
    }
}
