#include "text/fitting.h"

#include <doctest/doctest.h>

using namespace kompass::text;

TEST_SUITE("text") {

    TEST_CASE("width, padding and cutting count letters, not bytes") {
        CHECK(width("åäö") == 3);
        CHECK(padded_right("å", 3) == "å  ");
        CHECK(padded_left("å", 3) == "  å");
        CHECK(padded_left("lång", 2) == "lång");
        CHECK(shortened("Ständiga", 8) == "Ständiga");
        CHECK(shortened("Ständiga", 4) == "Stä…");
        CHECK(shortened("Ständiga", 0).empty());
    }

    TEST_CASE("text is wrapped at blanks and loses no word") {
        using Lines = std::vector<std::string>;
        CHECK(wrapped("ett två tre", 7) == Lines{"ett två", "tre"});
        CHECK(wrapped("ett  två", 20) == Lines{"ett två"});
        CHECK(wrapped("a verksamhetsutveckling b", 5) == Lines{"a", "verksamhetsutveckling", "b"});
        CHECK(wrapped("", 5).empty());
    }

    TEST_CASE("nouns agree with their number") {
        CHECK(counted(1, "report") == "1 report");
        CHECK(counted(2, "report") == "2 reports");
        CHECK(counted(0, "inconsistency") == "0 inconsistencies");
        CHECK(counted(1, "inconsistency") == "1 inconsistency");
    }

} // TEST_SUITE
