#include "repair/normal_form.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using kompass::repair::normal_form;

TEST_SUITE("repair") {
    TEST_CASE("marks that stand beside their letter are put on it") {
        CHECK(normal_form("fo¨r a˚ret, ¨andring, ´energi, caf´e") == "för året, ändring, énergi, café");
        CHECK(normal_form("A˚RSREDOVISNING") == "ÅRSREDOVISNING");
    }

    TEST_CASE("a mark that no letter beside it takes stays") {
        CHECK(normal_form("5¨ x´y ˚b") == "5¨ x´y ˚b");
    }

    TEST_CASE("combining marks, ligatures, soft hyphens and blanks of other kinds") {
        CHECK(normal_form("a\u030Ar o\u0308ver") == "år över");
        CHECK(normal_form("o\uFB03ciell \uFB01nansiering") == "officiell finansiering");
        CHECK(normal_form("kom\u00ADmun") == "kommun");
        CHECK(normal_form("kom\u00AD") == "kom-");
        CHECK(normal_form("12\u00A0345\u2009kr") == "12 345 kr");
    }

    TEST_CASE("what is plain stays, and twice is as once") {
        CHECK(normal_form("e Bättre dialog – ”öppen” 14/20 71%") == "e Bättre dialog – ”öppen” 14/20 71%");
        CHECK(rc::check("normal_form(normal_form(x)) == normal_form(x)", [](const std::string& bytes) {
            const auto once = normal_form(bytes);
            RC_ASSERT(normal_form(once) == once);
        }));
    }
}
