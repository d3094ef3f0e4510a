#include "rules/pattern.h"

#include <doctest/doctest.h>

using namespace kompass::rules;

namespace {

bool leniently(const char* expression, const char* text) {
    return Pattern(expression, Spelling::lenient).matches(text);
}

} // namespace

TEST_SUITE("rules") {
    TEST_CASE("an exact pattern minds its letters but not their case") {
        const Pattern pattern("^område$", Spelling::exact);
        CHECK(pattern.matches("OMRÅDE"));
        CHECK_FALSE(pattern.matches("omrade"));
        CHECK_FALSE(Pattern("(?-i)^Ort$", Spelling::exact).matches("ort"));
    }

    TEST_CASE("a lenient pattern bears what scanners make of å ä ö") {
        for (const char* text :
             {"Område", "Omrade", "Omréde", "Omr&de", "Omrdde", "OMRADE", "Omréade", "Omr4de"})
            CHECK_MESSAGE(leniently("^Område$", text), text);
        for (const char* text : {"är", "ar", "dr", "ér", "ir", "idr", "&r", "iar"})
            CHECK_MESSAGE(leniently("^är$", text), text);
        for (const char* text : {"för", "for", "f6r", "fér", "fOr", "fdr", "foér"})
            CHECK_MESSAGE(leniently("^för$", text), text);
        CHECK(leniently("^Ängel$", "Angel"));
        CHECK_FALSE(leniently("^Område$", "Omrde"));
        CHECK_FALSE(leniently("^Område$", "Områåååde"));
        CHECK_FALSE(leniently("^Område$", "Omryde"));
    }

    TEST_CASE("a capital I that opens a word may be read | l [") {
        for (const char* text : {"Inledning", "|nledning", "lnledning", "[nledning"})
            CHECK_MESSAGE(leniently("^Inledning$", text), text);
        CHECK_FALSE(leniently("^Inledning$", "1nledning"));
        CHECK_FALSE(leniently("^BILAGA$", "B|LAGA"));
    }

    TEST_CASE("widening leaves syntax alone") {
        CHECK(lenient_expression(R"(^\d+\.(?P<number>[1-8])\s$)") == R"(^\d+\.(?P<number>[1-8])\s$)");
        CHECK(lenient_expression(R"(\p{L}\pL\x{e5}\Qå\E)") == R"(\p{L}\pL\x{e5}\Qå\E)");
        CHECK(lenient_expression("[[:alpha:]x]") == "[[:alpha:]x]");
        CHECK(lenient_expression("[^å]") == "[^å]");
        CHECK(lenient_expression("[å-ö]") == "[å-ö]");
        CHECK(lenient_expression("(?-i:x)") == "(?-i:x)");
        CHECK(lenient_expression("[]å]").starts_with("[]å"));
        CHECK(lenient_expression("4 6 d") == "4 6 d");
    }

    TEST_CASE("a class takes the single readings") {
        CHECK(leniently("^[åx]$", "&"));
        CHECK(leniently("^[åx]$", "x"));
        CHECK_FALSE(leniently("^[åx]$", "y"));
        CHECK(leniently("^[a-zåäö]+$", "f6r"));
    }

    TEST_CASE("a widened letter bears quantifiers") {
        CHECK(leniently("^brå?d$", "brd"));
        CHECK(leniently("^hå{2}l$", "haal"));
    }

    TEST_CASE("named groups are captured, those that took no part are not") {
        const Pattern pattern(R"(^Område\s+(?P<number>\d)(?:\s+(?P<title>.+))?$)", Spelling::lenient);
        const auto found = pattern.captures("Omrade 3 Styrning");
        REQUIRE(found);
        CHECK(found->at("number") == "3");
        CHECK(found->at("title") == "Styrning");
        CHECK(found->at("") == "Omrade 3 Styrning");
        const auto bare = pattern.captures("Omrade 3");
        REQUIRE(bare);
        CHECK(bare->count("title") == 0);
        CHECK_FALSE(pattern.captures("3 Styrning"));
    }

    TEST_CASE("a wrong expression is refused with what is wrong") {
        CHECK_THROWS_AS(Pattern("(unclosed", Spelling::exact), PatternError);
        CHECK_THROWS_AS(Pattern("[å", Spelling::lenient), PatternError);
        CHECK_THROWS_WITH_AS(Pattern("(?=ahead)", Spelling::exact), doctest::Contains("(?="), PatternError);
        CHECK_NOTHROW(Pattern("", Spelling::lenient));
        CHECK_NOTHROW(Pattern("tail\\\\", Spelling::lenient));
        CHECK_THROWS_AS(Pattern("tail\\", Spelling::lenient), PatternError);
    }
}
