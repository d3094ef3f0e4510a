// Transcripts as a whole: text, lists, the points box, columns of findings, page breaks.
#include "layout/transcript/transcript.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/transcript.h"

#include <doctest/doctest.h>

using namespace kompass;

namespace {

std::string laid_out(std::string_view text) {
    return testing::shown(testing::blocks_of(text));
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("paragraphs, headings and list items") {
        CHECK(laid_out(R"(
Område 3 Politisk styrning och kontroll
ALLMÄNT
Kommunen arbetar med sam-
verkan.

Underlaget var:
= intervjuer med politiker
och tjänstemän
e webbplatsen
)") == "heading: Område 3 Politisk styrning och kontroll\nheading: ALLMÄNT\n"
       "paragraph: Kommunen arbetar med samverkan.\nparagraph: Underlaget var:\n"
       "item: intervjuer med politiker och tjänstemän\nitem: webbplatsen\n");
    }

    TEST_CASE("a heading that wraps") {
        CHECK(laid_out(
                  "3 Detaljerad genomgång i förhållande till Kommunkompas-\nsens åtta områden\n\nText.\n") ==
              "heading: 3 Detaljerad genomgång i förhållande till Kommunkompassens åtta områden\n"
              "paragraph: Text.\n");
    }

    TEST_CASE("pages break at a form feed or before a line with one blank; sentences go on over them") {
        for (const char* text :
             {"Kommunen har en plan för\n\fframtiden.\n", "Kommunen har en plan för\n framtiden.\n",
              "Kommunen har en plan för\n\n\n framtiden.\n"}) {
            const auto blocks = testing::blocks_of(text);
            REQUIRE(blocks.size() == 1);
            CHECK(blocks[0].text == "Kommunen har en plan för framtiden.");
            CHECK(blocks[0].places == Places{{1, std::nullopt}, {2, std::nullopt}});
        }
        CHECK(laid_out("Kommunen har en plan.\n Den följs.\n") ==
              "paragraph: Kommunen har en plan.\nparagraph: Den följs.\n");
    }

    TEST_CASE("running heads between pages do not cut sentences") {
        CHECK(
            laid_out(
                "Kommunen har en plan för sam-\n\n\n\nSveriges Kommuner och Landsting 2019-02-08 19 (34)\n\n"
                "verkan i länet.\n") == "paragraph: Kommunen har en plan för samverkan i länet.\n");
    }

    TEST_CASE("findings under one head each") {
        CHECK(laid_out(R"(
STYRKOR
e Öppna möten i
hela kommunen
e Samlad webb
FÖRBÄTTRINGSOMRÅDEN
= Fler språk
Område 4 Ledarskap, ansvar och delegation
)") == "heading: STYRKOR\nitem: Öppna möten i hela kommunen\nitem: Samlad webb\n"
       "heading: FÖRBÄTTRINGSOMRÅDEN\nitem: Fler språk\nheading: Område 4 Ledarskap, ansvar och "
       "delegation\n");
    }

    TEST_CASE("the figure of the points box stands on any heading's line") {
        const auto expected =
            "table\nhead: Rubriker | Poäng\nStrategi för dialog / Information / Etik | 41\n";
        CHECK(laid_out("Rubriker Podng\n\nStrategi för dialog 41\nInformation\nEtik\n\nALLMÄNT\n") ==
              std::string(expected) + "heading: ALLMÄNT\n");
        CHECK(laid_out("Rubriker Poäng\nStrategi för dialog\nInformation 41\nEtik\nALLMÄNT\n") ==
              std::string(expected) + "heading: ALLMÄNT\n");
        CHECK(laid_out("Rubriker Poäng\nStrategi för dialog\nInformation\nEtik 41\nALLMÄNT\n") ==
              std::string(expected) + "heading: ALLMÄNT\n");
    }

    TEST_CASE("the figure alone, its digits apart, or the heads on two lines") {
        const auto expected =
            "table\nhead: Rubriker | Poäng\nStrategi för dialog / Etik | 41\nheading: ALLMÄNT\n";
        CHECK(laid_out("Rubriker Poäng\nStrategi för dialog 4 1\nEtik\nALLMÄNT\n") == expected);
        CHECK(laid_out("Rubriker Poäng\nStrategi för dialog\n41\nEtik\nALLMÄNT\n") == expected);
        CHECK(laid_out("Rubriker\nPoäng\nStrategi för dialog\nEtik\n41\nALLMÄNT\n") == expected);
    }

    TEST_CASE("a box heading that wraps") {
        CHECK(laid_out("Rubriker Poäng\nStrategi för dialog och\ninsyn 41\nEtik\nALLMÄNT\n") ==
              "table\nhead: Rubriker | Poäng\nStrategi för dialog och insyn / Etik | 41\nheading: ALLMÄNT\n");
    }

    TEST_CASE("a box without a figure has none") {
        CHECK(laid_out("Rubriker Poäng\nStrategi för dialog\nEtik\nALLMÄNT\n") ==
              "table\nhead: Rubriker | Poäng\nStrategi för dialog / Etik | -\nheading: ALLMÄNT\n");
    }

    TEST_CASE("woven columns of findings under both heads on one line") {
        const auto blocks = testing::blocks_of(R"(
Styrkor Förbättringsmöjligheter
= Öppna möten i alla | = Tydligare svar på
tätorter i kommunen | förslag från unga
= Samlad webbplats | = Fler språk
4.1.4 Kommentar
)");
        CHECK(testing::shown(blocks) ==
              "table\nhead: Styrkor | Förbättringsmöjligheter\n"
              "Öppna möten i alla tätorter i kommunen / Samlad webbplats | "
              "Tydligare svar på förslag från unga / Fler språk\nheading: 4.1.4 Kommentar\n");
        CHECK(blocks[0].certain);
    }

    TEST_CASE("columns one after the other under heads on two lines") {
        CHECK(laid_out(R"(
Styrkor

Förbättringsmöjligheter

e Öppna möten i alla
tätorter
e Samlad webbplats

Tydligare svar på
förslag från unga
Fler språk
4.1.4 Kommentar
)") == "table\nhead: Styrkor | Förbättringsmöjligheter\nÖppna möten i alla tätorter / Samlad webbplats | "
       "Tydligare svar på förslag från unga / Fler språk\nheading: 4.1.4 Kommentar\n");
    }

    TEST_CASE("an empty transcript has no blocks") {
        CHECK(laid_out("").empty());
        CHECK(laid_out("\n\n \n\f\n").empty());
    }
}
