#include "extractors/legible.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

TEST_SUITE("extractors") {
    TEST_CASE("words of letters and of digits are read by the shapes of their signs") {
        std::vector<Respelt> respelt;
        CHECK(legible("ANALYS AV HEBY K0MMUN 2O14.", respelt) == "ANALYS AV HEBY KOMMUN 2014.");
        CHECK(respelt == std::vector<Respelt>{{"K0MMUN", "KOMMUN"}, {"2O14", "2014"}});
        respelt.clear();
        CHECK(legible("Kar1skoga (20l8-O6-l2)", respelt) == "Karlskoga (2018-06-12)");
        CHECK(respelt.size() == 2);
    }

    TEST_CASE("what may be meant as it stands stays") {
        for (const char* line : {"Bilaga1 och Bilaga 1", "Dnr KS10 2014", "EU2020", "www.k0mmun.se/l0", "1O",
                                 "SKL 2014-06-12", "ISO9001", "", "  a  b "}) {
            std::vector<Respelt> respelt;
            CHECK(legible(line, respelt) == line);
            CHECK(respelt.empty());
        }
    }

    TEST_CASE("a line of single signs is closed up") {
        std::vector<Respelt> respelt;
        CHECK(legible("2 0 1 4", respelt) == "2014");
        CHECK(legible("H E B Y  K O M M U N", respelt) == "HEBY KOMMUN");
        CHECK(legible("A n n a  E k ,  S K L", respelt) == "Anna Ek, SKL");
        CHECK(legible("7 8 15", respelt) == "7 8 15");
        CHECK(respelt.empty());
    }
}
