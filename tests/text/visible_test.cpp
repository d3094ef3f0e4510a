#include "text/visible.h"

#include <doctest/doctest.h>

using namespace kompass::text;

TEST_SUITE("text") {

    TEST_CASE("controls are made visible, lines and columns stay") {
        CHECK(visible("Köping – 43 %\n\t1.1\f2\r\n") == "Köping – 43 %\n\t1.1\f2\r\n");
        CHECK(visible("\x1b]0;own\a\x1b[2J") == "\\u001b]0;own\\u0007\\u001b[2J");
        CHECK(visible("good\rbad") == "good\\u000dbad");
        CHECK(visible("\xc2\x9b"
                      "2J\x7f") == "\\u009b2J\\u007f");
        CHECK(visible("\xe2\x80\xaeto") == "\\u202eto");
        CHECK(visible("a\xff"
                      "b\xc3") == "a\uFFFDb\uFFFD");
        CHECK(visible(std::string("a\0b", 3)) == "a\\u0000b");
        CHECK(visible("").empty());
    }

    TEST_CASE("what must stay a line stays one") {
        CHECK(visible_line("a\nb\tc\r\nd") == "a\\u000ab\\u0009c\\u000d\\u000ad");
    }

} // TEST_SUITE
