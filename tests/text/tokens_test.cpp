#include "text/tokens.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass::text;

TEST_SUITE("text") {
    TEST_CASE("blanks of all kinds part tokens") {
        CHECK(tokens(" ett\ttvå \u00a0 tre ") == std::vector<std::string>{"ett", "två", "tre"});
        CHECK(tokens(" \t ").empty());
        CHECK(trimmed("\u00a0 råd \t\u00a0") == "råd");
        CHECK(trimmed("\u00a0").empty());
        CHECK(with_blanks({"a", "b", "c", "d"}, 1, 3) == "b c");
        CHECK(with_blanks({"a", "b"}, 1, 9) == "b");
        CHECK(with_blanks({"a"}, 1, 1).empty());
    }
}
