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
        CHECK(wrapped("", 5).empty());
    }

    TEST_CASE(
        "a word longer than a line is broken behind a sign, else where the line ends, and loses no letter") {
        using Lines = std::vector<std::string>;
        CHECK(wrapped("a bilaga_3-2018.pdf b", 9) == Lines{"a", "bilaga_3-", "2018.pdf", "b"});
        CHECK(wrapped("åååååååå ö", 5) == Lines{"ååååå", "ååå ö"});
        CHECK(wrapped("exakt", 5) == Lines{"exakt"});
        CHECK(wrapped("-----x", 5) == Lines{"-----", "x"});
        CHECK(wrapped("abc", 1) == Lines{"a", "b", "c"});
    }

} // TEST_SUITE
