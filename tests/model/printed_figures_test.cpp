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
            text += figure.value ? std::to_string(*figure.value) : "unwhole";
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
        CHECK(shown("9,5") == "unwhole");
        CHECK(shown("9½") == "unwhole");
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
    }

    TEST_CASE("what is no cell of figures") {
        for (const auto* text : {"", "1.2", "Max", "7 av", "av 7", "12 13", "2019-02-08", "12345", "7 / x",
                                 "%", "22 (24) (3)", "kap. 7", "7 15 65%"})
            CHECK_MESSAGE(shown(text).empty(), text);
    }
}
