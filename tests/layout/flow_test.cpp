#include "layout/flow.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

using namespace kompass;
using kompass::testing::kBold;
using kompass::testing::TypesetPage;

namespace {

std::string laid_out(const std::vector<TypesetPage>& pages) {
    return testing::shown(testing::laid_out(testing::typeset(pages)));
}

std::string laid_out(std::string_view lines) {
    return testing::shown(testing::laid_out(testing::typeset(lines)));
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("lines are joined to paragraphs, white space parts them") {
        CHECK(laid_out(R"(
Kommunen arbetar med sam-
verkan över gränserna.

Nästa stycke börjar här.
)") == "paragraph: Kommunen arbetar med samverkan över gränserna.\nparagraph: Nästa stycke börjar här.\n");
    }

    TEST_CASE("lines set loosely are still one paragraph, and more white parts two") {
        TypesetPage page;
        for (const char* line :
             {"Kommunen arbetar med en plan för", "samverkan över alla gränser som", "finns i länet."})
            page.text(line).space(3);
        page.space(6).text("Nästa stycke börjar här och är").space(3).text("lika löst satt.");
        CHECK(laid_out({page}) ==
              "paragraph: Kommunen arbetar med en plan för samverkan över alla gränser som "
              "finns i länet.\n"
              "paragraph: Nästa stycke börjar här och är lika löst satt.\n");
    }

    TEST_CASE("a line within a paragraph is no heading, though each area has one like it") {
        std::vector<TypesetPage> pages;
        for (const char* area : {"skolan", "vården", "omsorgen", "biblioteket"})
            pages.push_back(TypesetPage(static_cast<int>(pages.size()) + 1)
                                .text(std::string("Så är det nu i ") + area + " och hos dem som arbetar där.")
                                .text("Det är ännu för tidigt att bedöma\nvad det betyder."));
        CHECK(laid_out(pages).find("där. Det är ännu för tidigt att bedöma vad det betyder.") !=
              std::string::npos);
    }

    TEST_CASE("what leaves room at a page's foot does not go on overleaf") {
        const TypesetPage last(2);
        const auto shown = [&](const char* foot, const char* overleaf) {
            return laid_out({TypesetPage(1)
                                 .text("Nämnderna arbetar med en plan för alla som bor i länet.")
                                 .space(20)
                                 .text(foot),
                             TypesetPage(2).text(overleaf)});
        };
        CHECK(shown("Mål för dialogen", "Ansvaret ligger hos nämnderna.")
                  .ends_with("paragraph: Mål för dialogen\nparagraph: Ansvaret ligger hos nämnderna.\n"));
        // A name, and a sentence that goes on.
        CHECK(shown("Mål för den dialog som många nämnder i kommunen för med", "Länets invånare.")
                  .ends_with("för med Länets invånare.\n"));
        CHECK(shown("Mål för dialogen", "och för mötena.").ends_with("Mål för dialogen och för mötena.\n"));
    }

    TEST_CASE("headings by size, by weight and by their words") {
        CHECK(laid_out({TypesetPage()
                            .text("Stor rubrik", {16, false})
                            .text("Fet rubrik", kBold)
                            .text("Löpande text kommer här och är lång.")
                            .space(8)
                            .text("ALLMÄNT")
                            .text("Mer löpande text.")}) ==
              "heading: Stor rubrik\nheading: Fet rubrik\nparagraph: Löpande text kommer här och är lång.\n"
              "heading: ALLMÄNT\nparagraph: Mer löpande text.\n");
    }

    TEST_CASE("a heading that wraps is one") {
        CHECK(laid_out({TypesetPage()
                            .text("En rubrik som inte får\nplats på en rad", {14, true})
                            .text("Text som är längre än rubriken, så att den är brödtext.")}) ==
              "heading: En rubrik som inte får plats på en rad\n"
              "paragraph: Text som är längre än rubriken, så att den är brödtext.\n");
    }

    TEST_CASE("list items, wrapped, and the paragraph below them") {
        CHECK(laid_out(R"(
Underlag:
• intervjuer med politiker
  och tjänstemän
• kommunens webbplats
Därefter skrevs rapporten.
)") == "paragraph: Underlag:\nitem: intervjuer med politiker och tjänstemän\nitem: kommunens webbplats\n"
       "paragraph: Därefter skrevs rapporten.\n");
    }

    TEST_CASE("numbered items below an item that heads them count from one each time") {
        const auto list = [](const char* head) {
            return std::string("• ") + head + "\n  1. Öppna möten.\n\n  2. Samlad webb.\n";
        };
        CHECK(laid_out(list("Styrkor") + list("Svagheter")) ==
              "item: Styrkor\nitem: Öppna möten.\nitem: Samlad webb.\n"
              "item: Svagheter\nitem: Öppna möten.\nitem: Samlad webb.\n");
    }

    TEST_CASE("letters count items as numbers do, anew below each head") {
        CHECK(laid_out({TypesetPage()
                            .text("Förbättringsområden", kBold)
                            .text("a) Öppna möten med frågor från dem\n   som kommer dit\nb) Samlad webb\n")
                            .text("Styrkor", kBold)
                            .text("a) Fler språk\n")}) ==
              "heading: Förbättringsområden\nitem: Öppna möten med frågor från dem som kommer dit\n"
              "item: Samlad webb\nheading: Styrkor\nitem: Fler språk\n");
    }

    TEST_CASE("the last word of a justified heading stands far from it, but not aside") {
        CHECK(laid_out({TypesetPage()
                            .text("Deklarationer                och", kBold)
                            .text("klagomål från invånare", kBold)
                            .text("Kommunen har tydliga rutiner för det.")}) ==
              "heading: Deklarationer och klagomål från invånare\n"
              "paragraph: Kommunen har tydliga rutiner för det.\n");
    }

    TEST_CASE("a figure in a badge stands beside items, whatever one of their lines has beside it") {
        CHECK(laid_out({TypesetPage()
                            .text("Text som är längre än listan nedan, så att den är brödtext här.")
                            .text("1. Öppna möten", {10})
                            .at(146)
                            .word("51", 400, {18, true})
                            .at(154)
                            .text("2. Samlad webb                                           av 100")
                            .text("3. Tydliga mål")})
                  .find("item: Samlad webb") != std::string::npos);
    }

    TEST_CASE("text goes on over a page unless the sentence was finished") {
        CHECK(
            laid_out({TypesetPage(1).text("Kommunen har en plan för"), TypesetPage(2).text("framtiden.")}) ==
            "paragraph: Kommunen har en plan för framtiden.\n");
        CHECK(laid_out({TypesetPage(1).text("Kommunen har en plan."), TypesetPage(2).text("Den följs.")}) ==
              "paragraph: Kommunen har en plan.\nparagraph: Den följs.\n");
        CHECK(laid_out(
                  {TypesetPage(1).text("• råd och stöd till"), TypesetPage(2).text("  företag\n• möten")}) ==
              "item: råd och stöd till företag\nitem: möten\n");
    }

    TEST_CASE("a block knows where it stands, on each page it reaches over") {
        const auto blocks = testing::laid_out(testing::typeset(
            {TypesetPage(1).text("Kommunen har en\nplan för"), TypesetPage(2).text("framtiden.")}));
        REQUIRE(blocks.size() == 1);
        REQUIRE(blocks[0].places.size() == 2);
        CHECK(blocks[0].places[0] == Place{1, Box{50, 126, 50 + 15 * 6 + 2, 152}});
        CHECK(blocks[0].places[1].page == 2);
        CHECK(blocks[0].lines.size() == 3);
    }

    TEST_CASE("an empty document has no blocks") {
        CHECK(laid_out(std::vector<TypesetPage>{}).empty());
        CHECK(laid_out({TypesetPage(1), TypesetPage(2)}).empty());
    }
}
