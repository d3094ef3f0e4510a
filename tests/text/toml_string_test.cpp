#include "text/toml_string.h"

#include <doctest/doctest.h>

TEST_SUITE("text") {
    TEST_CASE("a string of TOML stands on one line, whatever the text holds") {
        using kompass::text::toml_string;
        CHECK(toml_string("Det här är bra") == "\"Det här är bra\"");
        CHECK(toml_string("\"C:\\x\"") == "\"\\\"C:\\\\x\\\"\"");
        CHECK(toml_string("ny\nmall\t\x7F.txt") == "\"ny\\u000Amall\\u0009\\u007F.txt\"");
        CHECK(toml_string("") == "\"\"");
    }
}
