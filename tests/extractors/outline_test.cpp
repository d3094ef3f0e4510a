#include "extractors/outline.h"

#include "tests/support/real_rules.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;

namespace {

/// "1 Offentlighet och demokrati: first words of its first block below", one line an area.
std::string outline_of(std::string_view text) {
    const auto blocks = testing::blocks_of(text);
    std::string areas;
    for (const auto& span : outline(blocks, testing::knowledge())) {
        areas += std::to_string(span.number) + " " + span.title + ":";
        for (auto i = span.first + 1; i < span.last; ++i)
            areas += " " + blocks[i].text;
        areas += "\n";
    }
    return areas;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("areas begin at their heads and end at the next head or chapter") {
        CHECK(outline_of(R"(
3 Detaljerad genomgång i förhållande till Kommunkompassens åtta områden

Område 1 Offentlighet och demokrati

Dialogen är god.

Område 2 Tillgänglighet och brukarorientering

Webben är ny.

4. Översikt av poängfördelning

Poängen visas här.
)") == "1 Offentlighet och demokrati: Dialogen är god.\n2 Tillgänglighet och brukarorientering: Webben är "
       "ny.\n");
    }

    TEST_CASE("a table of contents with page numbers does not count") {
        CHECK(outline_of("Område 1\tOffentlighet och demokrati\t6\n\nOmråde 2 Tillgänglighet och "
                         "brukarorientering 8\n\n"
                         "Område 3 Politisk styrning och kontroll.....10\n\n"
                         "Område 1 Offentlighet och demokrati\n\nDialogen är god.\n") ==
              "1 Offentlighet och demokrati: Dialogen är god.\n");
    }

    TEST_CASE("of a table of contents without page numbers the heads are not taken") {
        CHECK(outline_of(R"(
Område 1 Offentlighet och demokrati

Område 2 Tillgänglighet och brukarorientering

Område 1 Offentlighet och demokrati

Dialogen är god.

Område 2 Tillgänglighet och brukarorientering

Webben är ny.
)") == "1 Offentlighet och demokrati: Dialogen är god.\n2 Tillgänglighet och brukarorientering: Webben är "
       "ny.\n");
    }

    TEST_CASE("a mention of an area in prose neither heads one nor ends the area it stands in") {
        CHECK(outline_of(R"(
Område 4 Ledarskap, ansvar och delegation

Cheferna har stöd. Inom
Område 4 och dess delar saknas en plan. Se även
Område 5 Resultat och effektivitet där mer sägs.

Stödet är gott.

Område 5 Resultat och effektivitet

Ekonomin är god.

Prognoserna är säkra.
)") == "4 Ledarskap, ansvar och delegation: Cheferna har stöd. Inom Område 4 och dess delar saknas en plan. "
       "Se även "
       "Område 5 Resultat och effektivitet där mer sägs. Stödet är gott.\n"
       "5 Resultat och effektivitet: Ekonomin är god. Prognoserna är säkra.\n");
    }

    TEST_CASE("sections of a chapter, through lost diacritics") {
        CHECK(outline_of(R"(
4.1 Offentlighet och demokrati

4.1.1 Allmant

Dialogen ar god.

4.2 Tillganglighet och brukarorientering

Webben ar ny.

5 Kortfakta om Ekkoping
)") == "1 Offentlighet och demokrati: 4.1.1 Allmant Dialogen ar god.\n"
       "2 Tillganglighet och brukarorientering: Webben ar ny.\n");
    }

    TEST_CASE("a title that no edition knows is kept under a clear head") {
        CHECK(outline_of("Område 5 Brukarens röst\n\nText.\n") == "5 Brukarens röst: Text.\n");
    }

    TEST_CASE("on a page a title alone is enough, in the look that the areas share") {
        using testing::TypesetPage;
        constexpr testing::Type area{14, true};
        const auto blocks = testing::laid_out(
            testing::typeset({TypesetPage()
                                  .text("Offentlighet och demokrati", area)
                                  .text("Dialogen är god och har varit det länge i kommunen.")
                                  .text("Offentlighet och demokrati", {10, true})
                                  .text("Webben är ny och läses av många.\n\nDen är bra.")
                                  .text("Tillgänglighet och brukarorientering", area)
                                  .text("Brukarna är nöjda med det mesta.\n\nDe svarar ofta.")
                                  .text("Det här området känner ingen", area)
                                  .text("Text om det tredje området står här.\n\nDen är kort.")
                                  .text("Ledarskap, ansvar och delegation", area)
                                  .text("Cheferna har stöd av ledningen.\n\nDet är bra.")}));
        const auto spans = outline(blocks, testing::knowledge());
        REQUIRE(spans.size() == 4);
        CHECK(blocks[spans[0].first].font_size == 14);
        CHECK(spans[2].number == 3);
        CHECK(spans[2].title == "Det här området känner ingen");
        CHECK(spans[3].number == 4);
    }

    TEST_CASE("the report's next numbered chapter ends the last area, whatever it is called") {
        const std::string before = R"(
1. Så gjordes detta

Vi frågade många personer i kommunen och läste deras planer.

2. Vad som hände sedan förra gången

Kommunen har fått nya mål sedan förra gången vi var där.

Område 8 Kommunen som samhällsbyggare

Kommunen har ett rikt kulturliv med många föreningar.

)";
        const std::string area =
            "8 Kommunen som samhällsbyggare: Kommunen har ett rikt kulturliv med många föreningar.";
        CHECK(outline_of(before + "3. Vägen framåt\n\nNu börjar arbetet med det som återstår.\n") ==
              area + "\n");
        CHECK(outline_of(before + "4 Vägen framåt\n\nNu börjar arbetet med det som återstår.\n") ==
              area + "\n");
        // A list counts from its own beginning, and a far number is of something else.
        CHECK(outline_of(before + "1. Skolan\n\n2. Vården\n\n3. Vägarna\n\nDet är bra.\n") ==
              area + " 1. Skolan 2. Vården 3. Vägarna Det är bra.\n");
        CHECK(outline_of(before + "9. Vägarna\n\nDet är bra.\n") == area + " 9. Vägarna Det är bra.\n");
        // A report that numbers nothing else has no chapters of that form.
        CHECK(outline_of("Område 8 Kommunen som samhällsbyggare\n\nDet är bra.\n\n3. Vägen framåt\n") ==
              "8 Kommunen som samhällsbyggare: Det är bra. 3. Vägen framåt\n");
    }

    TEST_CASE("a report without areas has none") {
        CHECK(outline_of("Bara text.\n").empty());
        CHECK(outline({}, testing::knowledge()).empty());
    }

    TEST_CASE("any word may stand before the number of a title that is known") {
        using testing::TypesetPage;
        const auto blocks = testing::laid_out(
            testing::typeset({TypesetPage()
                                  .text("Huvudområde 1: Offentlighet och demokrati", {14, true})
                                  .text("Dialogen är god och har varit det länge i kommunen.")
                                  .text("Kapitel 4.2 – Tillgänglighet och brukarorientering", {14, true})
                                  .text("Brukarna är nöjda med det mesta och svarar ofta.")}));
        const auto spans = outline(blocks, testing::knowledge());
        REQUIRE(spans.size() == 2);
        CHECK(spans[0].title == "Offentlighet och demokrati");
        CHECK(spans[1].number == 2);
        CHECK(spans[1].title == "Tillgänglighet och brukarorientering");
    }

    TEST_CASE("a caption names the area by its title, by its number, or by both if they agree") {
        const auto named = [](const std::string& caption) {
            Block block;
            block.text = caption;
            return area_named_by(block, testing::knowledge());
        };
        CHECK(named("Tabell 7. Poäng för område 3, Politisk styrning och kontroll") == 3);
        CHECK(named("Resultat för Offentlighet och demokrati") == 1);
        CHECK(named("Tabell 2. Poäng för område 5") == 5);
        CHECK(named("Poäng för område 4, Politisk styrning och kontroll") == 0);
        CHECK(named("Tabell 2. Poäng för kommunen") == 0);
    }
}
