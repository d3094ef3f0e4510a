#include "extractors/chapters.h"

#include "tests/support/real_rules.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

namespace {

std::vector<Chapter> chapters_of(const std::string& transcript,
                                 const std::vector<std::pair<std::string, std::string>>& facts = {}) {
    const auto blocks = testing::blocks_of(transcript);
    return extract_chapters(blocks, outline(blocks, testing::knowledge()), facts, testing::knowledge());
}

std::vector<std::string> heads_of(const std::vector<Chapter>& chapters) {
    std::vector<std::string> heads;
    for (const auto& chapter : chapters)
        heads.push_back(chapter.heading);
    return heads;
}

constexpr auto report = R"(1. Inledning

Rapporten beskriver hur kommunen arbetar med sina åtta områden.

Metod

Utvärderarna läste dokument och höll intervjuer under två dagar.

Kommunens styrkor

- korta beslutsvägar
- en öppen dialog med medborgarna

Område 1 Offentlighet och demokrati

Kommunen har en plan för dialog med medborgarna i alla ärenden.

Område 2 Tillgänglighet och brukarorientering

Kontaktcentret svarar på de flesta frågor redan i det första samtalet.

6. Sammanfattande slutsatser

Kommunen bör pröva fler sätt att möta sina medborgare.
)";

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("each heading outside the areas begins a chapter, with its paragraphs and list items") {
        const auto chapters = chapters_of(report);
        CHECK(heads_of(chapters) == std::vector<std::string>{"1. Inledning", "Metod", "Kommunens styrkor",
                                                             "6. Sammanfattande slutsatser"});
        REQUIRE(chapters.size() == 4);
        CHECK(chapters[0].paragraphs ==
              std::vector<Paragraph>{{"Rapporten beskriver hur kommunen arbetar med sina åtta områden.", 1}});
        CHECK(chapters[2].paragraphs ==
              std::vector<Paragraph>{{"korta beslutsvägar", 1}, {"en öppen dialog med medborgarna", 1}});
    }

    TEST_CASE("what areas say is in none") {
        for (const auto& chapter : chapters_of(report))
            for (const auto& paragraph : chapter.paragraphs) {
                CHECK(paragraph.text.find("Kontaktcentret") == std::string::npos);
                CHECK(paragraph.text.find("plan för dialog") == std::string::npos);
            }
    }

    TEST_CASE("contents, captions, tables, key facts and bare words are no text of a chapter") {
        const auto chapters =
            chapters_of("Innehåll\n\n1. Inledning..........3\n2. Resultat..........5\n\n"
                        "1. Inledning\n\nRapporten beskriver hur kommunen arbetar i år.\n\n"
                        "Tabell 1. Poäng per område och år i kommunen\n\nOmråde\tPoäng\nEtt\t43\nTvå\t51\n\n"
                        "Bra\n\nBefolkning i kommunen vid årets slut 21 345\n\n"
                        "Område 1 Offentlighet och demokrati\n\nText om området står här nedan.\n",
                        {{"Befolkning i kommunen", "vid årets slut 21 345"}});
        REQUIRE(heads_of(chapters) == std::vector<std::string>{"1. Inledning"});
        CHECK(chapters[0].paragraphs ==
              std::vector<Paragraph>{{"Rapporten beskriver hur kommunen arbetar i år.", 1}});
    }

    TEST_CASE("a heading without text is kept right above its first section, and nowhere else") {
        const auto chapters =
            chapters_of("1. Bakgrund\n\n1.1 Uppdraget\n\nUtvärderingen beställdes av kommunens ledning.\n\n"
                        "4. Resultat per område\n\nOmråde 1 Offentlighet och demokrati\n\n"
                        "Kommunen har en plan för dialog med medborgarna.\n");
        CHECK(heads_of(chapters) == std::vector<std::string>{"1. Bakgrund", "1.1 Uppdraget"});
        CHECK(chapters.front().paragraphs.empty());
    }

    TEST_CASE("a cover is none, though its lines have many words") {
        const auto chapters = chapters_of(
            "ANALYS AV SALA KOMMUN\n\n2016\n\nAnna Ek, SKL och Bo Berg, Sala kommun i Västmanland\n\n"
            "1. Inledning\n\n1.1 Uppdraget\n\nUtvärderingen beställdes av kommunens ledning.\n\n"
            "Område 1 Offentlighet och demokrati\n\nKommunen har en plan för dialog.\n");
        CHECK(heads_of(chapters) == std::vector<std::string>{"1. Inledning", "1.1 Uppdraget"});
    }

    TEST_CASE("chapters of typeset pages know the page where each begins") {
        const auto blocks = testing::laid_out(
            testing::typeset({testing::TypesetPage()
                                  .text("1 Inledning", testing::kBold)
                                  .space(6)
                                  .text("Rapporten beskriver hur kommunen arbetar med sina områden.\n"),
                              testing::TypesetPage(2)
                                  .text("2 Metod", testing::kBold)
                                  .space(6)
                                  .text("Utvärderarna läste dokument och höll intervjuer i två dagar.\n")}));
        const auto chapters =
            extract_chapters(blocks, outline(blocks, testing::knowledge()), {}, testing::knowledge());
        REQUIRE(chapters.size() == 2);
        CHECK(chapters[0].page == 1);
        CHECK(chapters[1].heading == "2 Metod");
        CHECK(chapters[1].page == 2);
        CHECK(chapters[1].paragraphs.at(0).page == 2);
    }
}
