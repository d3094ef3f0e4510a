#include "repair/lexicon.h"

#include "tests/read/temp_folder.h"
#include "tests/support/repairer.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace kompass;
using repair::Lexicon;

namespace {

double cost(std::string_view word) {
    const auto found = testing::lexicon().word_cost(Lexicon::key_of(word));
    REQUIRE_MESSAGE(found, word);
    return *found;
}

std::optional<double> pair(std::string_view first, std::string_view second) {
    return testing::lexicon().pair_cost(Lexicon::key_of(first), Lexicon::key_of(second));
}

} // namespace

TEST_SUITE("repair") {
    TEST_CASE("frequent words cost less than rare ones, and words never counted have no cost") {
        CHECK(cost("och") < cost("kommunen"));
        CHECK(cost("är") < cost("ar"));
        CHECK_FALSE(testing::lexicon().word_cost(Lexicon::key_of("qwrtzx")));
    }

    TEST_CASE("pairs tell which word fits") {
        REQUIRE(pair("på", "webbplatsen"));
        CHECK_FALSE(pair("qwrtzx", "webbplatsen"));
        CHECK(pair("det", "är").value_or(99) < pair("det", "år").value_or(99));
    }

    TEST_CASE("forms: whole words, parts of compounds, and neither") {
        const auto lexicon = testing::lexicon();
        CHECK((lexicon.forms_of(U"kommun") & repair::whole_word) != 0);
        CHECK((lexicon.forms_of(U"verksamhets") & repair::begins_compound) != 0);
        CHECK((lexicon.forms_of(U"verksamhets") & repair::whole_word) != 0);
        CHECK((lexicon.forms_of(U"utvecklings") & repair::begins_compound) != 0);
        CHECK((lexicon.forms_of(U"planering") & repair::ends_compound) != 0);
        CHECK(lexicon.forms_of(U"kommu") == 0);
        CHECK(lexicon.forms_of(U"Kommun") == 0);
    }

    TEST_CASE("a file that is no lexicon is refused with its name") {
        const kompass::read::tests::TempFolder folder;
        const auto file = folder.path() / "lexicon.bin";
        const auto complaint = [&] {
            try {
                (void)Lexicon::load(file);
            } catch (const repair::LexiconError& error) {
                return std::string(error.what());
            }
            return std::string();
        };
        CHECK(complaint().find("lexicon.bin cannot be read") != std::string::npos);
        std::ofstream(file) << "KOMPLEX1 and something that is none";
        CHECK(complaint().find("is no lexicon of this version") != std::string::npos);
        std::ofstream(file, std::ios::trunc).close();
        CHECK(complaint().find("cannot be mapped") != std::string::npos);
    }
}
