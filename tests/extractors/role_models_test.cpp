#include "extractors/role_models.h"

#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;

namespace {

/// Names of the role models, each behind a blank; the report is about Köping.
std::string models_of(std::string_view text) {
    const auto blocks = testing::blocks_of("4.1 Offentlighet och demokrati\n\n" + std::string(text));
    const auto spans = outline(blocks, testing::knowledge());
    REQUIRE(spans.size() == 1);
    Area area;
    Provenances provenance;
    extract_role_models(blocks, spans[0], testing::knowledge(), "1983", area, provenance);
    std::string names;
    for (const auto& model : area.role_models) {
        CHECK(testing::knowledge().municipalities.with_code(model.code)->name == model.name);
        names += " " + model.name;
    }
    return names;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("every municipality under Inspiration, once, in order, the own one left out") {
        CHECK(models_of("4.1.5 Inspiration\n\nHär kan nämnas Västerås och Borås. Köpings kommun liknar Borås "
                        "stad.\n\n"
                        "Även Upplands Väsby har prövat detta.\n") == " Västerås Borås Upplands Väsby");
    }

    TEST_CASE("through lost diacritics") {
        CHECK(models_of("4.1.5 Inspiration\n\nSe garna hur Angelholm, Tyreso och Vasteras gor.\n") ==
              " Ängelholm Tyresö Västerås");
    }

    TEST_CASE("sentences that name role models, elsewhere in the area") {
        CHECK(models_of(
                  "Kommunen har t.ex. en plan. Ett gott exempel är Kungälv. Samverkan sker med Falun.\n") ==
              " Kungälv");
        CHECK(models_of("Samverkan sker med Falun och Avesta.\n").empty());
    }

    TEST_CASE("the next head ends Inspiration") {
        CHECK(models_of("Inspiration\n\nFalun gör så.\n\nALLMÄNT\n\nSamverkan sker med Avesta.\n") ==
              " Falun");
    }

    TEST_CASE("findings name no role models") {
        CHECK(models_of(
                  "Styrkor\tFörbättringsmöjligheter\nGott exempel på samverkan med Falun\tLär av Avesta\n")
                  .empty());
    }

    TEST_CASE("the word Inspiration may lead the paragraph that names them") {
        CHECK(models_of("Inspiration: Falun, Kungälv och Avesta\n") == " Falun Kungälv Avesta");
        CHECK(models_of("Samverkan: Falun och Kungälv\n").empty());
    }
}
