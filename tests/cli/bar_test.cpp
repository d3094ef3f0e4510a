#include "cli/terminal/bar.h"

#include "text/fitting.h"

#include <doctest/doctest.h>

using namespace kompass::cli;
using kompass::text::width;

TEST_SUITE("cli") {

    TEST_CASE("a bar is exact to an eighth and always as wide as its track") {
        CHECK(bar(0, 100, 4) == "····");
        CHECK(bar(100, 100, 4) == "████");
        CHECK(bar(50, 100, 4) == "██··");
        CHECK(bar(53, 100, 4) == "██▏·");
        for (int points = 0; points <= 100; ++points)
            CHECK(width(bar(points, 100, 30)) == 30);
    }

    TEST_CASE("a bar bears impossible figures") {
        CHECK(bar(120, 100, 3) == "███");
        CHECK(bar(-5, 100, 3) == "···");
        CHECK(bar(5, 0, 3).empty());
    }

} // TEST_SUITE
