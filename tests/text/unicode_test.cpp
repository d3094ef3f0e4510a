#include "text/unicode.h"

#include <doctest/doctest.h>

using namespace kompass;

TEST_SUITE("text") {
    TEST_CASE("letters and their case, of any script") {
        for (const char32_t letter : U"azAZåÅßéŠşΩжÿ")
            if (letter != 0) CHECK(unicode::is_letter(letter));
        for (const char32_t other : U"@[`{0 \u00A0×÷¨´•–|½\uFFFD\uE000")
            if (other != 0) CHECK_FALSE(unicode::is_letter(other));
        CHECK(unicode::is_upper(U'Z'));
        CHECK(unicode::is_upper(U'Š'));
        CHECK_FALSE(unicode::is_upper(U'å'));
        CHECK_FALSE(unicode::is_upper(U'['));
        CHECK(unicode::to_lower(U'Å') == U'å');
        CHECK(unicode::to_lower(U'Š') == U'š');
        CHECK(unicode::to_lower(U'×') == U'×');
        CHECK(unicode::to_lower(U'[') == U'[');
        CHECK(unicode::to_upper(U'ö') == U'Ö');
        CHECK(unicode::to_upper(U'÷') == U'÷');
        CHECK(unicode::to_upper(U'{') == U'{');
    }

    TEST_CASE("folding takes case, diacritics and surplus blanks away") {
        CHECK(unicode::folded("Ständiga  FÖRBÄTTRINGAR") == "standiga forbattringar");
        CHECK(unicode::folded(" \tÅre\u00A0kommun\n") == "are kommun");
        CHECK(unicode::folded("Verktøget Æro Łódź") == "verktoget aero lodz");
        CHECK(unicode::folded("o\u0308gon") == "ogon");
        CHECK(unicode::folded("\uFB01nns") == "finns");
        CHECK(unicode::folded("om\u00ADråde") == "omrade");
        CHECK(unicode::folded("").empty());
        CHECK(unicode::folded("  ").empty());
        CHECK(unicode::folded("4.2 Poäng: 65%") == "4.2 poang: 65%");
    }

    TEST_CASE("folding what is folded changes nothing") {
        for (const char* text : {"Å ä Ö", "plain ASCII", "İstanbul", "ß", "\u2126hm", "a \u0308 b"})
            CHECK(unicode::folded(unicode::folded(text)) == unicode::folded(text));
    }

    TEST_CASE("normal form C joins letter and mark") {
        CHECK(unicode::nfc("a\u030A") == "å");
        CHECK(unicode::nfc("plain") == "plain");
    }

    TEST_CASE("ill-formed bytes are told and replaced, never thrown at") {
        const std::string broken = "a\xC3"
                                   "b";
        CHECK_FALSE(unicode::is_valid_utf8(broken));
        CHECK(unicode::is_valid_utf8("åäö – “x”"));
        CHECK_FALSE(unicode::is_valid_utf8("\xED\xA0\x80")); // a surrogate
        CHECK(unicode::code_points(broken) == U"a\uFFFDb");
        CHECK(unicode::folded(broken) == "a\uFFFDb");
        CHECK(unicode::utf8(std::u32string(1, char32_t{0xD800})) == "\uFFFD");
    }

    TEST_CASE("code points and back") {
        const std::string text = "Köping – 100 % \U0001F600";
        CHECK(unicode::utf8(unicode::code_points(text)) == text);
        CHECK(unicode::code_points("åb") == U"åb");
    }

    TEST_CASE("case") {
        CHECK(unicode::lower("FÖRBÄTTRINGSOMRÅDEN") == "förbättringsområden");
        CHECK(unicode::starts_with_upper("Åre"));
        CHECK_FALSE(unicode::starts_with_upper("åre"));
        CHECK_FALSE(unicode::starts_with_upper("1 Åre"));
        CHECK_FALSE(unicode::starts_with_upper(""));
        CHECK(unicode::starts_with_lower("över"));
        CHECK_FALSE(unicode::starts_with_lower("• över"));
    }

    TEST_CASE("Swedish order puts å ä ö last") {
        CHECK(unicode::compare_swedish("Zorn", "Åre") < 0);
        CHECK(unicode::compare_swedish("Åre", "Älmhult") < 0);
        CHECK(unicode::compare_swedish("Älmhult", "Örebro") < 0);
        CHECK(unicode::compare_swedish("Örebro", "Örebro") == 0);
        CHECK(unicode::compare_swedish("Örebro", "Avesta") > 0);
    }

    TEST_CASE("the version is named") {
        CHECK(unicode::icu_version().find('.') != std::string::npos);
    }
}
