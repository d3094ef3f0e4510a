#include "layout/text_table.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

using namespace kompass;

namespace {

std::string laid_out(std::string_view lines) {
    return testing::shown(testing::laid_out(testing::typeset(lines)));
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("labels at the left, values at the right") {
        CHECK(laid_out(R"(
Befolkning           12 345 invånare
Anställda            895
Styrande partier     S, C och MP
)") == "table\nBefolkning | 12 345 invånare\nAnställda | 895\nStyrande partier | S, C och MP\n");
    }

    TEST_CASE("values and labels that wrap") {
        CHECK(laid_out(R"(
Befolkning           12 345 invånare
                     enligt SCB
Andel anställda på   74 procent
heltid
Styrande partier     S, C och MP
)") == "table\nBefolkning | 12 345 invånare enligt SCB\nAndel anställda på heltid | 74 procent\n"
       "Styrande partier | S, C och MP\n");
    }

    TEST_CASE("a label whose value stands on its last line") {
        auto document = testing::typeset(R"(
Befolkning           12 345 invånare
Andel anställda på
heltid               74 procent
Styrande partier     S, C och MP
)");
        // White space between the rows: above "Andel" and above "Styrande".
        double extra = 0;
        for (auto& word : document.pages.front().words) {
            if (word.text == "Andel" || word.text == "Styrande") extra += 5;
            word.box.y0 += extra;
            word.box.y1 += extra;
        }
        CHECK(testing::shown(testing::laid_out(document)) ==
              "table\nBefolkning | 12 345 invånare\nAndel anställda på heltid | 74 procent\n"
              "Styrande partier | S, C och MP\n");
    }

    TEST_CASE("a label that reaches up to its value is parted at the edge where the others stand") {
        // A blank is 4 points wide: of "Kommungrupp enligt 2017" and its value 6 are left.
        auto document = testing::typeset(R"(
Kommungrupp enligt (2017) Landsbygd
Anställda                 895
Styrande partier          S, C och MP
)");
        for (auto& word : document.pages.front().words)
            if (word.text == "(2017)") word.box.x1 -= 2;
        CHECK(testing::shown(testing::laid_out(document)) ==
              "table\nKommungrupp enligt (2017) | Landsbygd\nAnställda | 895\nStyrande partier | S, C och "
              "MP\n");
    }

    TEST_CASE("two lines are no table, nor are items and lines that are not aligned") {
        CHECK(laid_out("Namn    Ekköping\nLän     Vitterland\n").starts_with("paragraph"));
        CHECK(laid_out("1.   Öppna möten\n2.   Samlad webb\n3.   Tydliga mål\n").starts_with("item"));
        CHECK(laid_out("1. Invånare    21 345\n2. Anställda   1 895\n3. Nämnder     sex\n")
                  .starts_with("table"));
        CHECK(laid_out("ett   två\nett eller   två\nett eller annat   två\n").starts_with("paragraph"));
    }
}
