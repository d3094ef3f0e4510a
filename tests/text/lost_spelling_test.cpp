#include "text/lost_spelling.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass::text;

namespace {

Spelling spelling_of(const std::string& line, int times) {
    Spelling spelling;
    for (int i = 0; i < times; ++i)
        spelling.add_line(line);
    return spelling;
}

} // namespace

TEST_SUITE("text") {
    TEST_CASE("a text that has its å ä ö has lost nothing") {
        const auto spelling =
            spelling_of("Kommunen har på många sätt utvecklat sina möten för medborgarna.", 10);
        CHECK(spelling.letters == 540);
        CHECK(spelling.swedish == 50);
        CHECK(spelling.kept == 30);
        CHECK(spelling.mutilated == 0);
        CHECK(spelling.loss() == SpellingLoss::none);
    }

    TEST_CASE("a text without them has lost them") {
        const auto spelling =
            spelling_of("Kommunen har pa manga satt utvecklat sina moten for medborgarna.", 10);
        CHECK(spelling.swedish_percent() == 0);
        CHECK(spelling.mutilated == 30);
        CHECK(spelling.loss() == SpellingLoss::few_swedish);
    }

    TEST_CASE("a text that has lost more than a third is told by its common words") {
        auto spelling = spelling_of("Kommunen har på många sätt utvecklat sina möten för medborgarna.", 6);
        for (int i = 0; i < 2; ++i)
            spelling.add_line("Kommunen har pa manga satt utvecklat sina moten for medborgarna.");
        CHECK(spelling.loss() == SpellingLoss::none);
        for (int i = 0; i < 2; ++i)
            spelling.add_line("Kommunen har pa manga satt utvecklat sina moten for medborgarna.");
        CHECK(spelling.loss() == SpellingLoss::mangled_common);
    }

    TEST_CASE("a list of names may have few of them") {
        CHECK(spelling_of("Hammar, Lindberg och Persson arbetar för kommunstyrelsen i kommunhuset i centrum "
                          "utan tillgång "
                          "till egna kontor eller bilar",
                          10)
                  .loss() == SpellingLoss::none);
    }

    TEST_CASE("the share of a few letters tells nothing, but their words do") {
        CHECK(spelling_of("Kommunen far rad.", 10).loss() == SpellingLoss::none);
        CHECK(spelling_of("Det ar for pa.", 1).loss() == SpellingLoss::mangled_common);
        CHECK(Spelling{}.loss() == SpellingLoss::none);
        CHECK(Spelling{}.swedish_percent() == 0);
    }

    TEST_CASE("capitals, and signs after words") {
        const auto spelling = spelling_of("ÅÄÖ på, för. pa) for!", 1);
        CHECK(spelling.swedish == 5);
        CHECK(spelling.kept == 2);
        CHECK(spelling.mutilated == 2);
    }
}
