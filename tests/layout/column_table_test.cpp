// Findings in two or three columns and the points box, on born-digital pages: columns never mix.
#include "layout/column_table.h"

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
    TEST_CASE("two columns of bulleted items") {
        CHECK(laid_out(R"(
Styrkor                        Förbättringsmöjligheter
• Öppna nämndmöten med         • Tydligare svar på
  frågestund                     förslag från invånare
• Samlad webbplats             • Fler språk på
                                 webbplatsen
)") == "table\nhead: Styrkor | Förbättringsmöjligheter\n"
       "Öppna nämndmöten med frågestund / Samlad webbplats | "
       "Tydligare svar på förslag från invånare / Fler språk på webbplatsen\n");
    }

    TEST_CASE("three columns") {
        CHECK(laid_out(R"(
Styrkor               Svagheter             Förbättringsmöjligheter
• Öppna möten         • Otydliga mål        • Sätta mätbara mål
• Samlad              • Sen uppföljning     • Följa upp varje
  webbplats                                   kvartal
)") == "table\nhead: Styrkor | Svagheter | Förbättringsmöjligheter\n"
       "Öppna möten / Samlad webbplats | Otydliga mål / Sen uppföljning | "
       "Sätta mätbara mål / Följa upp varje kvartal\n");
    }

    TEST_CASE("text that runs into the column of points stands below the box") {
        CHECK(laid_out(R"(
Rubriker                       Poäng
Öppna möten
Samlad webbplats               35
Dialogen med invånarna

Arbetet med dialogen har väckt intresse i alla nämnder och
)")
                  .ends_with("paragraph: Arbetet med dialogen har väckt intresse i alla nämnder och\n"));
    }

    TEST_CASE("bullets behind the points of a box without them begin a list") {
        CHECK(laid_out(R"(
Rubriker                       Poäng
Öppna möten
Samlad webbplats
Områdets poäng                 35

• Positivt
  – Öppna möten med frågestund
)")
                  .find("35\nitem: Positivt\n") != std::string::npos);
    }

    TEST_CASE("numbers before items part no columns") {
        CHECK(laid_out(R"(
Styrkor               Svagheter             Förbättringsmöjligheter
1.  Öppna möten       1.  Otydliga mål      1.  Sätta mätbara mål
2.  Samlad            2.  Sen uppföljning   2.  Följa upp varje
    webbplats                                   kvartal
)") == "table\nhead: Styrkor | Svagheter | Förbättringsmöjligheter\n"
       "Öppna möten / Samlad webbplats | Otydliga mål / Sen uppföljning | "
       "Sätta mätbara mål / Följa upp varje kvartal\n");
    }

    TEST_CASE("heads centred over their columns") {
        CHECK(laid_out(R"(
          Styrkor                     Förbättringsmöjligheter
• Öppna nämndmöten med         • Tydligare svar på
  frågestund                     förslag från invånare
• Samlad webbplats             • Fler språk
)") == "table\nhead: Styrkor | Förbättringsmöjligheter\n"
       "Öppna nämndmöten med frågestund / Samlad webbplats | "
       "Tydligare svar på förslag från invånare / Fler språk\n");
    }

    TEST_CASE("text that nearly touches the next column") {
        CHECK(laid_out(R"(
Styrkor              Förbättringsmöjligheter
• Öppna nämndmöten i • Tydligare svar på
  kommunens alla sju   förslag från invånare
  tätorter           • Fler språk
)") == "table\nhead: Styrkor | Förbättringsmöjligheter\n"
       "Öppna nämndmöten i kommunens alla sju tätorter | "
       "Tydligare svar på förslag från invånare / Fler språk\n");
    }

    TEST_CASE("columns that go on over a page, with and without their heads again") {
        const auto expected = "table\nhead: Styrkor | Förbättringsmöjligheter\n"
                              "Öppna möten i alla tätorter / Samlad webbplats | "
                              "Tydligare svar på förslag från invånare / Fler språk\n";
        const TypesetPage first = TypesetPage(1).at(650).text(R"(
Styrkor                        Förbättringsmöjligheter
• Öppna möten i                • Tydligare svar på
)");
        CHECK(laid_out({first, TypesetPage(2).text(R"(
  alla tätorter                  förslag från invånare
• Samlad webbplats             • Fler språk
)")}) == expected);
        CHECK(laid_out({first, TypesetPage(2).text(R"(
Styrkor                        Förbättringsmöjligheter
  alla tätorter                  förslag från invånare
• Samlad webbplats             • Fler språk
)")}) == expected);
    }

    TEST_CASE("only one column goes on over the page") {
        CHECK(laid_out({TypesetPage(1).at(650).text(R"(
Styrkor                        Förbättringsmöjligheter
• Öppna möten                  • Tydligare svar på
)"),
                        TypesetPage(2).text(R"(
                                 förslag från invånare
                               • Fler språk

Nu följer en ny del av rapporten som handlar om något annat.
)")}) == "table\nhead: Styrkor | Förbättringsmöjligheter\n"
         "Öppna möten | Tydligare svar på förslag från invånare / Fler språk\n"
         "paragraph: Nu följer en ny del av rapporten som handlar om något annat.\n");
    }

    TEST_CASE("columns end at a heading or at a paragraph over their whole width") {
        const std::string_view columns = R"(
Styrkor                        Förbättringsmöjligheter
• Öppna möten                  • Tydligare svar
)";
        const std::string expected =
            "table\nhead: Styrkor | Förbättringsmöjligheter\nÖppna möten | Tydligare svar\n";
        CHECK(laid_out({TypesetPage().text(columns).space(10).text("4.1.4 Kommentar", kBold)}) ==
              expected + "heading: 4.1.4 Kommentar\n");
        CHECK(laid_out({TypesetPage().text(columns).text("Område 2 Tillgänglighet och brukarorientering")}) ==
              expected + "heading: Område 2 Tillgänglighet och brukarorientering\n");
        CHECK(laid_out({TypesetPage().text(columns).space(10).text(
                  "Kommunen arbetar för att alla ska kunna delta i samhället.")}) ==
              expected + "paragraph: Kommunen arbetar för att alla ska kunna delta i samhället.\n");
        CHECK(laid_out({TypesetPage().text(columns).space(8).text("Nya vägar", {14, true})}) ==
              expected + "heading: Nya vägar\n");
    }

    TEST_CASE("items without bullets in columns") {
        CHECK(laid_out(R"(
Styrkor                        Förbättringsmöjligheter
Öppna nämndmöten               Tydligare svar på
Samlad webbplats               förslag från invånare
                               Fler språk
)") == "table\nhead: Styrkor | Förbättringsmöjligheter\nÖppna nämndmöten / Samlad webbplats | "
       "Tydligare svar på förslag från invånare / Fler språk\n");
    }

    TEST_CASE("the points box, its figure large and beside any heading") {
        for (const double y : {140.0, 150.0, 165.0}) {
            CAPTURE(y);
            CHECK(laid_out({TypesetPage()
                                .text(R"(
Rubriker                                     Poäng
Strategi för dialog
Information till invånare
Etik
)")
                                .at(y)
                                .word("52", 330, {20, true})}) ==
                  "table\nhead: Rubriker | Poäng\nStrategi för dialog / Information till invånare / Etik | "
                  "52\n");
        }
    }

    TEST_CASE("the box's points stand left of its headings, large and between their lines") {
        for (const double y : {140.0, 147.0, 165.0}) {
            CAPTURE(y);
            CHECK(laid_out({TypesetPage()
                                .text(R"(
Poäng    Rubriker
         Strategi för dialog
         Information till invånare
         Etik
)")
                                .at(y)
                                .word("52", 56, {20, true})}) ==
                  "table\nhead: Poäng | Rubriker\n52 | Strategi för dialog / Information till invånare / "
                  "Etik\n");
        }
    }

    TEST_CASE("text below the points box whose lines leave no gutter free together is none of it") {
        TypesetPage page;
        const auto area = [&](std::string_view box, std::string_view topic) {
            page.text(box).space(14).text(topic, kBold);
            page.text("Text om det i kommunen, som är längre än en rubrik är här.\n").space(14);
        };
        area("Rubriker                                      Poäng\n"
             "• Strategi\n"
             "• Verktyg                                      56\n"
             "• IT-stöd\n",
             "IT-stöd");
        area("Rubriker                                      Poäng\n"
             "• Planer                                       43\n"
             "• IT-stöd\n",
             "IT-stöd");
        const auto shown = laid_out(std::vector{page});
        CHECK(shown.substr(0, shown.find("heading")) ==
              "table\nhead: Rubriker | Poäng\nStrategi / Verktyg / IT-stöd | 56\n");
    }

    TEST_CASE("items know their places") {
        const auto blocks = testing::laid_out(testing::typeset(R"(
Styrkor                        Förbättringsmöjligheter
• Öppna möten                  • Tydligare svar
)"));
        REQUIRE(blocks.size() == 1);
        CHECK(blocks[0].certain);
        const auto& cell = blocks[0].table.rows.at(1).at(1);
        REQUIRE(cell.item_places.size() == 1);
        REQUIRE(cell.item_places[0].size() == 1);
        CHECK(cell.item_places[0][0].box->x0 == doctest::Approx(50 + 31 * 6));
    }

    TEST_CASE("heads that no rule knows come back in the report") {
        constexpr const char* lines = R"(
Om den här delen av verksamheten finns mycket att säga.

Det här är bra i dag           Det här kan bli mycket bättre
• Öppna nämndmöten med         • Tydligare svar på
  frågestund                     förslag från invånare
)";
        const std::string page =
            "paragraph: Om den här delen av verksamheten finns mycket att säga.\n"
            "table\nhead: Det här är bra i dag | Det här kan bli mycket bättre\n"
            "Öppna nämndmöten med frågestund | Tydligare svar på förslag från invånare\n";
        CHECK(laid_out({TypesetPage(1).text(lines), TypesetPage(2).text(lines),
                        TypesetPage(3).text(lines)}) == page + page + page);
    }

    TEST_CASE("the head of another list ends the points box") {
        CHECK(laid_out(R"(
Rubriker                       Poäng
Dialog                         52
Etik
Styrkor
• Öppna möten
)") == "table\nhead: Rubriker | Poäng\nDialog / Etik | 52\nheading: Styrkor\nitem: Öppna möten\n");
    }

    TEST_CASE("heads over several lines") {
        CHECK(laid_out(R"(
Förbättrings-         Kommunens styrkor     Svagheter
områden
• Sätta mätbara mål   • Öppna möten         • Otydliga mål
• Följa upp varje     • Samlad              • Sen uppföljning
  kvartal               webbplats
)") == "table\nhead: Förbättringsområden | Kommunens styrkor | Svagheter\n"
       "Sätta mätbara mål / Följa upp varje kvartal | Öppna möten / Samlad webbplats | "
       "Otydliga mål / Sen uppföljning\n");
    }

    TEST_CASE(
        "heads over several lines that no rule knows come back, and one of their columns may be empty") {
        constexpr const char* lines = R"(
Plus                  Att tänka             Annat att
                      vidare på             ta tag i
• Öppna möten         • Fler språk
• Samlad webbplats    • Tydligare svar
)";
        const auto page = [&](int number, const char* text) {
            return TypesetPage(number).text(text).space(40).text(lines);
        };
        const auto shown = laid_out(
            {page(1, "Område 1 Öppenhet"), page(2, "Område 2 Service"), page(3, "Område 3 Styrning")});
        CHECK(shown.starts_with("heading: Område 1 Öppenhet\n"
                                "table\nhead: Plus | Att tänka vidare på | Annat att ta tag i\n"
                                "Öppna möten / Samlad webbplats | Fler språk / Tydligare svar | -\n"));
    }

    TEST_CASE("the rest of a head may stand beside the first items of the other columns") {
        CHECK(laid_out(R"(
Kommunens styrkor     Kommunens svagheter   Kommunens
• Öppna möten         • Otydliga mål        förbättringsmöjligheter
• Samlad              • Sen uppföljning     • Sätta mätbara mål
  webbplats                                 • Följa upp
)") == "table\nhead: Kommunens styrkor | Kommunens svagheter | Kommunens förbättringsmöjligheter\n"
       "Öppna möten / Samlad webbplats | Otydliga mål / Sen uppföljning | "
       "Sätta mätbara mål / Följa upp\n");
    }

    TEST_CASE("the rest of a head that no rule knows stands in lower case above its column's bullets") {
        CHECK(laid_out(R"(
Styrkor               Detta kan bli         Detta går
• Öppna möten         • Tydliga mål         mindre bra
• Samlad              • Snabb uppföljning   • Otydliga mål
  webbplats                                 • Sen uppföljning
)") == "table\nhead: Styrkor | Detta kan bli | Detta går mindre bra\n"
       "Öppna möten / Samlad webbplats | Tydliga mål / Snabb uppföljning | Otydliga mål / Sen uppföljning\n");
    }

    TEST_CASE("a head that fills its column stands nearer to the next than heads do, above its own bullets") {
        CHECK(laid_out(R"(
Detta görs väldigt  Utvecklingsområden       Brister
bra
• Öppna möten       • Fler språk             • Otydliga mål
• Samlad            • Tydligare svar         • Sen
  webbplats                                    uppföljning
)")
                  .starts_with("table\nhead: Detta görs väldigt"));
    }

    TEST_CASE("the first item's number is no section's") {
        CHECK(laid_out(R"(
Styrkor                        Förbättringsmöjligheter
1. Öppna möten                 1. Tydligare svar
2. Samlad webbplats            2. Fler språk
)") == "table\nhead: Styrkor | Förbättringsmöjligheter\n"
       "Öppna möten / Samlad webbplats | Tydligare svar / Fler språk\n");
    }

    TEST_CASE("an item that stands alone on its line counts on from the one above it in its column") {
        const auto shown = laid_out(R"(
Styrkor                         Förbättringsmöjligheter
1. Öppna nämndmöten             1. Tydligare svar på förslag
2. Samlad webbplats med         2. Fler språk på webbplatsen
   många tjänster
                                3. Använd jämförelser i arbetet
3. Aktivt arbete                   med dialoger
)");
        CHECK(shown.find("Fler språk på webbplatsen / Använd jämförelser i arbetet med dialoger") !=
              std::string::npos);
        CHECK(shown.find("Samlad webbplats med många tjänster / Aktivt arbete") != std::string::npos);
    }

    TEST_CASE("a row of figures below the columns is none of theirs") {
        const auto shown = laid_out(R"(
Styrkor                         Svagheter
• Öppna nämndmöten              • Otydliga mål
• Samlad webbplats              • Sen uppföljning

Alla områden                    418   800   52 %
)");
        CHECK(shown.starts_with("table\nhead: Styrkor | Svagheter\n"
                                "Öppna nämndmöten / Samlad webbplats | Otydliga mål / Sen uppföljning\n"));
        CHECK(shown.find("418", shown.find("uppföljning\n")) != std::string::npos);
    }

    TEST_CASE("in loosely set reports a head over two lines has as much white between them as texts") {
        TypesetPage page;
        page.text("Kommunen arbetar med en plan för")
            .space(3)
            .text("samverkan över alla gränser som")
            .space(3);
        page.text("finns i länet.").space(20);
        page.text("Kommunens styrkor     Kommunens")
            .space(3)
            .text("                      svagheter")
            .space(8);
        page.text("• Öppna möten         • Otydliga mål").space(3).text("• Samlad webb         • Sen start");
        CHECK(laid_out({page}).find("head: Kommunens styrkor | Kommunens svagheter\n"
                                    "Öppna möten / Samlad webb | Otydliga mål / Sen start") !=
              std::string::npos);
    }

    TEST_CASE("sections of prose side by side are no table") {
        CHECK(laid_out({TypesetPage()
                            .text("Om mötena                      Om språken", kBold)
                            .text("Mötena är öppna. Protokollen    Webben finns på fyra. Nya sidor\n"
                                  "finns samma vecka. Fler borde   kommer i höst. Det är bra att\n"
                                  "komma.                          de används.\n")}) ==
              "heading: Om mötena\nparagraph: Mötena är öppna. Protokollen finns samma vecka. Fler borde "
              "komma.\n"
              "heading: Om språken\n"
              "paragraph: Webben finns på fyra. Nya sidor kommer i höst. Det är bra att de används.\n");
    }

    TEST_CASE("the rest of a head beside the first item of another column, above an empty one") {
        CHECK(laid_out(R"(
Kommunens styrkor      Kommunens              Kommunens svagheter
                       förbättringsområden    • Otydliga mål
                       • Sätta mätbara mål    • Sen uppföljning
                       • Följa upp varje
                         kvartal

Allmänt

Kommunens styrkor      Kommunens              Kommunens svagheter
• Öppna möten          förbättringsområden    • Otydliga möten
                       • Sätta upp mål        • Sen återkoppling
)") == "table\nhead: Kommunens styrkor | Kommunens förbättringsområden | Kommunens svagheter\n"
       "- | Sätta mätbara mål / Följa upp varje kvartal | Otydliga mål / Sen uppföljning\n"
       "heading: Allmänt\n"
       "table\nhead: Kommunens styrkor | Kommunens förbättringsområden | Kommunens svagheter\n"
       "Öppna möten | Sätta upp mål | Otydliga möten / Sen återkoppling\n");
    }
}
