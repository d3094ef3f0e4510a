#include "audit/choices.h"

#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

using namespace kompass;
using namespace kompass::audit;

namespace {

const rules::DigitMisreadings& misreadings() {
    return testing::knowledge().digits;
}

Choices read(int figure) {
    return as_read(figure, nullptr, misreadings());
}

Choices read(int figure, const UnsureReading& unsure) {
    return as_read(figure, &unsure, misreadings());
}

Choice choice(const Choices& choices, int value) {
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const Choice& one) { return one.value == value; });
    REQUIRE(found != choices.end());
    return *found;
}

bool offers(const Choices& choices, int value) {
    return std::any_of(choices.begin(), choices.end(), [&](const Choice& one) { return one.value == value; });
}

double probability(const Choice& choice) {
    return std::exp(-choice.cost);
}

double probability_of(int printed, int seen) {
    for (const auto& figure : misreadings().printed_for(seen))
        if (figure.value == printed) return figure.probability;
    return 0;
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("what nobody may have misread is itself, or not there") {
        const auto printed = as_printed(17);
        REQUIRE(printed.size() == 1);
        CHECK(printed[0].value == 17);
        CHECK(printed[0].strain == 0);
        CHECK(printed[0].cost == 0);
        CHECK(as_printed(std::nullopt).empty());
    }

    TEST_CASE("what was read comes first and costs nothing; misreadings cost what the rules say") {
        const auto choices = read(63);
        CHECK(choices.front().value == 63);
        CHECK(choices.front().strain == 0);
        CHECK(choices.front().cost == 0);
        CHECK(choice(choices, 68).strain == 1); // 3 and 8 look alike
        CHECK(choice(choices, 67).strain == 2); // 3 and 7 do not
        CHECK(probability(choice(choices, 68)) == doctest::Approx(probability_of(68, 63)));
        CHECK(choice(choices, 67).cost > choice(choices, 68).cost);
        CHECK(std::all_of(choices.begin(), choices.end(),
                          [](const Choice& one) { return one.value >= 0 && one.value <= 100; }));
    }

    TEST_CASE("each value is offered once") {
        for (const auto& choices : {read(63), read(63, {0.5, {68, 68, 63, 5}})}) {
            std::vector<Decimal> values;
            for (const auto& one : choices)
                values.push_back(one.value);
            std::sort(values.begin(), values.end());
            CHECK(std::adjacent_find(values.begin(), values.end()) == values.end());
        }
    }

    TEST_CASE("what OCR also saw takes no misreading; its readings share four fifths of the doubt") {
        const auto one = choice(read(63, {0.5, {12}}), 12);
        CHECK(one.strain == 0);
        CHECK(probability(one) == doctest::Approx(0.4));
        const auto of_two = read(63, {0.5, {12, 40}});
        CHECK(probability(choice(of_two, 12)) == doctest::Approx(0.2));
        CHECK(probability(choice(of_two, 40)) == doctest::Approx(0.2));
        // However sure it says it was, what it saw is possible.
        CHECK(probability(choice(read(63, {1.0, {12}}), 12)) == doctest::Approx(0.008));
    }

    TEST_CASE("a reading that no figure can have is passed over") {
        const auto choices = read(63, {0.5, {100, 101, -1, 0}});
        CHECK(offers(choices, 100));
        CHECK(offers(choices, 0));
        CHECK_FALSE(offers(choices, 101));
        CHECK_FALSE(offers(choices, -1));
    }

    TEST_CASE("doubt makes misreadings likelier in its measure, never likelier than not") {
        const double sure = probability(choice(read(63), 68));
        const double doubt = 3 * misreadings().sure_error();
        CHECK(probability(choice(read(63, {1 - doubt, {}}), 68)) == doctest::Approx(3 * sure));
        CHECK(probability(choice(read(63, {1.0, {}}), 68)) == doctest::Approx(sure));
        CHECK(probability(choice(read(63, {0.0, {}}), 68)) <= 0.5 + 1e-9);
    }

    TEST_CASE("what is printed and was not read may be anything from 0 to 100, all alike") {
        const auto choices = not_read();
        REQUIRE(choices.size() == 101);
        CHECK(choices.front().value == 0);
        CHECK(choices.back().value == 100);
        for (const auto& one : choices) {
            CHECK(one.strain == 0);
            CHECK(probability(one) == doctest::Approx(1.0 / 101));
        }
    }
}
