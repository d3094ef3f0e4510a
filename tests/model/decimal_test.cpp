#include "model/decimal.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <limits>

using namespace kompass;

TEST_SUITE("model") {
    TEST_CASE("a number is whole or has one decimal, and is written so") {
        CHECK(Decimal(9).text() == "9");
        CHECK(Decimal::from_tenths(95).text() == "9.5");
        CHECK(Decimal::from_tenths(4265).text() == "426.5");
        CHECK(Decimal::from_tenths(5).text() == "0.5");
        CHECK(Decimal::from_tenths(-25).text() == "-2.5");
        CHECK(Decimal::from_tenths(-5).text() == "-0.5");
        CHECK(fmt::format("{:>6}|{:<5}|{}", Decimal::from_tenths(95), Decimal(9), Decimal()) ==
              "   9.5|9    |0");
    }

    TEST_CASE("a text has four digits and one decimal at most, behind a comma or a point") {
        const auto read = [](std::string_view text) { return Decimal::from_text(text); };
        CHECK(read("9") == 9);
        CHECK(read("9,5") == Decimal::from_tenths(95));
        CHECK(read("9.5") == Decimal::from_tenths(95));
        CHECK(read("9,0") == 9);
        CHECK(read("0426,5") == Decimal::from_tenths(4265));
        for (const char* text :
             {"", "9,", ",5", "9,55", "9,5,", "9 5", "-9", "+9", "9½", "12345", "1e3", "nio"})
            CHECK_MESSAGE(!read(text), text);
    }

    TEST_CASE("a real is taken if it has one decimal at most") {
        CHECK(Decimal::from_real(9.5) == Decimal::from_tenths(95));
        CHECK(Decimal::from_real(9) == 9);
        CHECK(Decimal::from_real(0.1 + 0.2) == Decimal::from_tenths(3));
        for (const double number : {9.55, 1e300, std::nan(""), std::numeric_limits<double>::infinity()})
            CHECK_FALSE(Decimal::from_real(number));
    }

    TEST_CASE("sums and comparisons are exact, also with whole numbers") {
        const auto half = Decimal::from_tenths(5);
        CHECK(half + half == 1);
        CHECK((half + half).is_whole());
        CHECK(9 + half > 9);
        CHECK(10 - half < 10);
        Decimal sum;
        for (int i = 0; i < 10; ++i)
            sum += Decimal::from_tenths(1);
        CHECK(sum == 1);
        CHECK(Decimal::from_tenths(95).whole() == 9);
    }

    TEST_CASE("every number comes back from its text and from its real") {
        CHECK(rc::check([] {
            const auto number = Decimal::from_tenths(*rc::gen::inRange(0, 100'000));
            RC_ASSERT(Decimal::from_text(number.text()) == number);
            RC_ASSERT(Decimal::from_real(number.real()) == number);
        }));
    }
}
