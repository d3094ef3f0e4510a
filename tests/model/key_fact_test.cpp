// Numbers, units and times in the words of key facts.
#include "model/key_fact.h"

#include <doctest/doctest.h>

namespace {

using kompass::key_fact_figures;
using kompass::KeyFactFigures;

} // namespace

TEST_SUITE("model") {

    TEST_CASE("a key fact's number, its unit and when it was so") {
        const auto is = [](const char* label, const char* value, const KeyFactFigures& figures) {
            CAPTURE(label);
            CAPTURE(value);
            CHECK(key_fact_figures(label, value) == figures);
        };
        is("Folkmängd (31/3-2017)", "21 435", {21435, "", "2017-03-31"});
        is("Folkmängd 31/12 2015", "9 208 invånare", {9208, "invånare", "2015-12-31"});
        is("Folkmängd 2016-12-31", "121\u00A0435", {121435, "", "2016-12-31"});
        is("Folkökning/minskning (2016)", "+180", {180, "", "2016"});
        is("Folkökning/minskning (2016)", "–42", {-42, "", "2016"});
        is("Antal anställda", "2195 (31.10.2013)", {2195, "", "2013-10-31"});
        is("Skattesats (2014)", "21,65 kr", {21.65, "kr", "2014"});
        is("Andel högskoleutbildade", "17 %", {17, "%", ""});
    }

    TEST_CASE("where the words leave it open there is none") {
        const auto number = [](const char* value) { return key_fact_figures("", value).number; };
        for (const auto* value : {"M och S", "", "ca 1 900", "900–1 000", "45 kvinnor, 55 män", "1 234 56",
                                  "12 3456", "1.234", "2014-12-31", "nr 7", "+", "3,5,7"}) {
            CAPTURE(value);
            CHECK_FALSE(number(value));
        }
        CHECK(key_fact_figures("Folkökning 2010-2014", "+31").as_of.empty());
        CHECK(key_fact_figures("Folkmängd (31/2-2017)", "7").as_of == "2017"); // no such day
        CHECK(key_fact_figures("Styre efter valet år 2018", "S, V och MP") == KeyFactFigures{{}, "", "2018"});
        CHECK(key_fact_figures("Telefon 0582-61000", "19").as_of.empty());
    }

} // TEST_SUITE
