#include "rules/fragments.h"
#include "rules/pattern.h"

#include <doctest/doctest.h>

using namespace kompass::rules;

namespace {

Fragments some() {
    Fragments fragments;
    fragments.add("year", R"(20\d\d)");
    fragments.add("day", "{year}-1");
    fragments.add_list("months", {"maj", "t.ex."});
    return fragments;
}

} // namespace

TEST_SUITE("rules") {
    TEST_CASE("a fragment stands in a pattern as a group") {
        CHECK(some().expanded("^{year}$") == R"(^(?:20\d\d)$)");
        CHECK(some().expanded("{day}?") == R"((?:(?:20\d\d)-1)?)");
        CHECK(some().expanded("(?P<month>{months})") == R"((?P<month>(?:maj|t\.ex\.)))");
    }

    TEST_CASE("what else has braces is no fragment") {
        for (const char* pattern : {R"(a{2})", R"(a{0,3}?)", R"(\p{Lu}\P{Lu}\p{l})", R"(\{year})", R"(\\p)",
                                    "{", "{}", "{Year}", "{year", R"(x\)"})
            CHECK(some().expanded(pattern) == pattern);
        CHECK(some().expanded(R"(\\{year})") == R"(\\(?:20\d\d))");
    }

    TEST_CASE("a fragment that there is none of, or that holds itself, is told by name") {
        CHECK_THROWS_WITH_AS(static_cast<void>(some().expanded("{month}")), "there is no fragment {month}",
                             PatternError);
        Fragments looped;
        looped.add("a", "{b}");
        looped.add("b", "x{a}");
        CHECK_THROWS_WITH_AS(static_cast<void>(looped.expanded("{a}")), "the fragment {a} holds itself",
                             PatternError);
        CHECK_FALSE(looped.add("a", "y"));
    }
}
