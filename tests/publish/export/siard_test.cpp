#include "publish/export/siard.h"

#include <doctest/doctest.h>

using kompass::publish::siard_text;

TEST_SUITE("publish") {

    TEST_CASE("SIARD writes what XML cannot hold, or would lose, as codes") {
        CHECK(siard_text("Område 4: å, \"<&>\"\nnästa\trad") == "Område 4: å, \"<&>\"\nnästa\trad");
        CHECK(siard_text("a\x1b[31m\x7f") == "a\\u001b[31m\\u007f");
        CHECK(siard_text("C:\\temp") == "C:\\u005ctemp");
        CHECK(siard_text("a   b c") == "a \\u0020\\u0020b c");
        CHECK(siard_text("\xC2\x85\xEF\xBF\xBE") == "\\u0085\\ufffe");
        CHECK(siard_text("").empty());
    }

} // TEST_SUITE
