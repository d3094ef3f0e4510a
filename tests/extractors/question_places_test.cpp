#include "extractors/question_places.h"

#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

using namespace kompass;

TEST_SUITE("extractors") {
    TEST_CASE("questions without numbers are those of one edition") {
        const auto& editions = testing::knowledge().editions;
        // The fourth stood under 2.5 in 2010, in the same words.
        const std::vector<std::string> wordings = {
            "Finns en kommunövergripande strategi för brukarfokus?",
            "Arbetar kommunen med tillgänglighet och bemötande?",
            "Informerar kommunen om service och tjänster?",
            "Hur arbetar kommunen med brukarundersökningar?",
        };
        const auto places = places_of_questions(wordings, 2, editions);
        CHECK(places.of_wordings == std::vector<int>{1, 2, 3, 4});
        CHECK(places.known == 4);
        CHECK(area_of_questions(wordings, editions).number == 2);
    }

    TEST_CASE("a text that no edition asks has no place, and one alone no area") {
        const auto& editions = testing::knowledge().editions;
        const auto places = places_of_questions(
            {"Hur är vädret?", "Informerar kommunen om service och tjänster?"}, 2, editions);
        CHECK(places.of_wordings == std::vector<int>{0, 3});
        CHECK(area_of_questions({"Informerar kommunen om service och tjänster?"}, editions).number == 0);
    }
}
