#include "text/letter_spacing.h"

#include <doctest/doctest.h>

namespace kompass::text {

TEST_SUITE("text") {
    TEST_CASE("a line of single signs is letter-spaced") {
        CHECK(is_letter_spaced(U"2 0 1 4"));
        CHECK(is_letter_spaced(U"A n n a  E k ,  S K L"));
        CHECK(is_letter_spaced(U"P e r - O l a  E k"));
        for (const auto* line : {U"7 8 15", U"a b c", U"A B och C D", U"A n n a E k , S K L", U"", U" , . ;"})
            CHECK(!is_letter_spaced(line));
    }

    TEST_CASE("its words are parted by wide gaps, or by capitals") {
        CHECK(closed_up(U"H E B Y  K O M M U N") == U"HEBY KOMMUN");
        CHECK(closed_up(U"A n n a  E k ,  S K L") == U"Anna Ek, SKL");
        CHECK(closed_up(U"A n n a E k") == U"Anna Ek");
        CHECK(closed_up(U"P e r - O l a  E k") == U"Per-Ola Ek");
    }
}

} // namespace kompass::text
