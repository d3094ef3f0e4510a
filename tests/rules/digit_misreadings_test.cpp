#include "rules/digit_misreadings.h"

#include "rules/rules_error.h"
#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>

#include <unistd.h>

using namespace kompass;
using namespace kompass::rules;

namespace {

std::optional<MisreadFigure> find(int read, int printed) {
    const auto figures = testing::knowledge().digits.printed_for(read);
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const MisreadFigure& figure) { return figure.value == printed; });
    return found == figures.end() ? std::nullopt : std::optional(*found);
}

/// The complaint about a rules file of that content; empty if there is none.
std::string complaint(const std::string& content) {
    const auto file =
        std::filesystem::temp_directory_path() / ("digits-" + std::to_string(getpid()) + ".toml");
    std::ofstream(file) << content;
    std::string message;
    try {
        static_cast<void>(DigitMisreadings::load(file));
    } catch (const RulesError& error) {
        message = error.what();
        message = message.substr(message.find(':'));
    }
    std::filesystem::remove(file);
    return message;
}

constexpr const char* head =
    "lost = 8\nadded = 4\ncomma = 300\nother = 1\nodds = 100\nsure = 60\npublished = 6\n";

} // namespace

TEST_SUITE("rules") {
    TEST_CASE("a figure may be misread by its digits' likeness, a digit lost or added") {
        REQUIRE(find(63, 68));
        CHECK(find(63, 68)->usual);
        CHECK(find(1, 11)->usual);
        CHECK(find(17, 7)->usual);
        CHECK(find(80, 8)->usual);
        REQUIRE(find(63, 62));
        CHECK_FALSE(find(63, 62)->usual);
        CHECK(find(63, 68)->probability > find(63, 62)->probability);
        REQUIRE(find(63, 88));
        CHECK_FALSE(find(63, 88)->usual);
        CHECK_FALSE(find(63, 63));
        CHECK_FALSE(find(63, 42));
        CHECK(find(10, 100)->usual);
        CHECK_FALSE(find(8, 3).value().value == 8);
    }

    TEST_CASE("in halves, a comma may be lost or be a speck, and what follows it is no digit") {
        const auto half = Decimal::from_tenths(5);
        const auto printed_for = [](Decimal read) {
            std::map<Decimal, MisreadFigure> figures;
            for (const auto& one :
                 testing::knowledge().digits.printed_for(read, 100, Decimal::from_tenths(5)))
                figures[one.value] = one;
            return figures;
        };
        const auto lost = printed_for(95);
        REQUIRE(lost.contains(9 + half));
        CHECK(lost.at(9 + half).usual);
        CHECK(lost.at(9 + half).probability > lost.at(96).probability);
        const auto speck = printed_for(1 + half);
        REQUIRE(speck.contains(15));
        CHECK(speck.at(15).usual);
        CHECK(printed_for(13 + half).at(18 + half).usual);
        CHECK_FALSE(printed_for(9).contains(9 + half));
        for (const auto& one : testing::knowledge().digits.printed_for(95))
            CHECK(one.value.is_whole());
    }

    TEST_CASE("a rules file that is wrong is named with its line") {
        const std::string confusion = "[[confusion]]\ndigits = \"38\"\nrate = 30\n";
        CHECK(complaint(head + confusion).empty());
        CHECK(complaint(head + confusion + confusion).find("listed twice") != std::string::npos);
        CHECK(complaint(head + std::string("[[confusion]]\ndigits = \"33\"\nrate = 3\n")) ==
              ":9: two different digits are wanted here");
        CHECK(complaint(head + std::string("[[confusion]]\ndigits = \"38\"\nrate = 0\n")) ==
              ":10: a rate is from 1 to 9999");
        CHECK(complaint("lost = 8\n").find("missing") != std::string::npos);
    }

    TEST_CASE("how likely each misreading is: lost, added, exchanged, exchanged twice") {
        // rules/digits.toml counts in ten thousandths.
        const auto probability = [](int read, int printed) {
            for (const auto& figure : testing::knowledge().digits.printed_for(read))
                if (figure.value == printed) return figure.probability * 10'000;
            return 0.0;
        };
        CHECK(probability(1, 11) == doctest::Approx(4));
        CHECK(probability(17, 7) == doctest::Approx(0.2)); // any of ten digits may be the one added
        CHECK(probability(63, 68) == doctest::Approx(30));
        CHECK(probability(63, 62) == doctest::Approx(1));
        CHECK(probability(63, 88) == doctest::Approx(30.0 * 20 / 10'000));
        CHECK(probability(68, 63) == doctest::Approx(probability(63, 68)));
    }
}
