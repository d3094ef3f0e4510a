#include "text/likeness.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass::text;

TEST_SUITE("text") {
    TEST_CASE("likeness is 1 for what differs in case, marks, blanks and hyphens alone") {
        CHECK(likeness("Främjas invånardialog?", "FRAMJAS invånar-dialog") == 1.0);
        CHECK(likeness("", "") == 1.0);
        CHECK(likeness("idé", "ide") == 1.0);
        CHECK(likeness("a\u0308r", "är") == 1.0);
    }

    TEST_CASE("likeness falls little with damage and much with other words") {
        CHECK(likeness("Är målen tydliga för alla?", "Ar mélen tydliga f6r alla?") > 0.95);
        CHECK(likeness("Är målen tydliga för alla?", "Ar midlen tydliga fdr alla?") > 0.85);
        CHECK(likeness("Hur arbetar enheten?", "Hur firar vi midsommar?") < 0.6);
        CHECK(likeness("kort", "en mycket längre text än den andra") < 0.3);
        CHECK(likeness("abc", "") == 0.0);
        CHECK(likeness("abcdefghij", "abcdefghix") == doctest::Approx(0.9));
        CHECK(likeness("abcdefghij", "bcdefghij") == doctest::Approx(0.9));
    }

    TEST_CASE("likeness does not mind the order of its arguments") {
        const std::vector<std::string> texts = {"Är målen tydliga?", "Ar mdlen tydl&ga", "", "xyz",
                                                "Målen är otydliga"};
        for (const auto& a : texts)
            for (const auto& b : texts)
                CHECK(likeness(a, b) == doctest::Approx(likeness(b, a)));
    }
}
