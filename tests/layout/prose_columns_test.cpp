// Running text in two columns of a born-digital page.
#include "layout/prose_columns.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

using namespace kompass;

namespace {

const std::string kTwoColumns = R"(
Kommunen har en tydlig vision som      styrningen till medborgarna på ett
är väl känd i hela organisationen      enkelt sätt. Samverkan med andra
och som styr arbetet med mål och       kommuner i regionen har börjat och
budget under hela mandatperioden.      ger redan goda resultat för dem som
Ledningen arbetar med att förklara     behöver stöd och hjälp i vardagen.
)";

std::string laid_out(std::string_view lines) {
    return testing::shown(testing::laid_out(testing::typeset(lines)));
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("one column is read after the other") {
        CHECK(laid_out(kTwoColumns) ==
              "paragraph: Kommunen har en tydlig vision som är väl känd i hela organisationen och som styr "
              "arbetet "
              "med "
              "mål och budget under hela mandatperioden. Ledningen arbetar med att förklara styrningen till "
              "medborgarna på ett enkelt sätt. Samverkan med andra kommuner i regionen har börjat och ger "
              "redan "
              "goda "
              "resultat för dem som behöver stöd och hjälp i vardagen.\n");
    }

    TEST_CASE("what heads a list below the columns is no part of the left one") {
        for (const char* mark : {"•", "1."}) {
            CAPTURE(mark);
            const auto shown = laid_out(kTwoColumns + mark + R"( Fungerar väl
  Goda erfarenheter av dialoger med invånarna i alla delar av kommunen
)");
            CHECK(shown.find("vardagen.\nitem: Fungerar väl") != std::string::npos);
            CHECK(shown.find("förklara styrningen till") != std::string::npos);
        }
    }

    TEST_CASE("nor are the head and the short first lines of the text below, where white parts them") {
        const auto shown = laid_out(kTwoColumns + R"(
Det vi såg
Dialoger med invånarna förs årligen
i alla delar av kommunen, och det finns goda erfarenheter av dem hos alla nämnder
)");
        CHECK(shown.find("förklara styrningen till") != std::string::npos);
        CHECK(shown.find("årligen i alla delar") != std::string::npos);
    }

    TEST_CASE("two short columns are prose where one goes on with the other's sentence") {
        CHECK(laid_out(R"(
Kommunen har en tydlig vision som      i sin vardag. Samverkan med andra
är känd av alla och som styr i alla    kommuner har börjat.
)") == "paragraph: Kommunen har en tydlig vision som är känd av alla och som styr i alla i sin vardag. "
       "Samverkan med "
       "andra kommuner har börjat.\n");
        CHECK(laid_out(R"(
Kommunen har en tydlig vision som      Samverkan med andra förvaltningar är
är känd av alla och styr i vardagen    bra och har redan börjat.
)")
                  .find("vardagen Samverkan") == std::string::npos);
    }

    TEST_CASE("where the report sets columns of prose a few lines and lists are enough") {
        const std::string short_columns = R"(
Kommunen har mål som är kända.         Underlaget består bland annat av:
De följs upp i alla nämnder.           – enkäter till invånare
)";
        const auto known = testing::laid_out(testing::typeset({testing::TypesetPage(1).text(kTwoColumns),
                                                               testing::TypesetPage(2).text(kTwoColumns),
                                                               testing::TypesetPage(3).text(short_columns)}));
        const auto shown = testing::shown(known);
        CHECK(shown.find("kända. De följs upp i alla nämnder.") != std::string::npos);
        CHECK(shown.find("av:\nitem: enkäter till invånare\n") != std::string::npos);
        CHECK(laid_out(short_columns).find("kända. De följs upp") == std::string::npos);
    }

    TEST_CASE("the left column may have room for a heading alone") {
        const auto shown = testing::shown(testing::laid_out(testing::typeset(
            {testing::TypesetPage(1).text(kTwoColumns), testing::TypesetPage(2).text(kTwoColumns),
             testing::TypesetPage(3)
                 .text("Området handlar om hur kommunen arbetar med sina mål, och är nytt.\n\n")
                 .text("Allmänt                                Det finns en plan som antogs förra året av"),
             testing::TypesetPage(4).text(
                 "kommunstyrelsen och nämnderna. Den     gäller hela mandatperioden och alla.")})));
        CHECK(shown.find("heading: Allmänt\nparagraph: Det finns en plan som antogs förra året av") !=
              std::string::npos);
    }

    TEST_CASE("the left column goes on below the right one, whose first word ends its sentence") {
        const auto shown = laid_out(R"(
Kommunen har en tydlig vision som      i sin vardag. Samverkan med andra
är väl känd i hela organisationen      kommuner har börjat och ger redan
och som styr arbetet med mål och       goda resultat för dem som behöver.
budget under hela mandatperioden.

Ledningen arbetar med att förklara
styrningen till alla medborgare så
Text över hela sidan, som ingen av de två kolumnerna kan rymma på sin egen bredd
)");
        CHECK(shown.find("alla medborgare så i sin vardag.") != std::string::npos);
    }

    TEST_CASE("the axis of a chart above the columns is no line of them") {
        const auto shown =
            laid_out("0      20      40                      60      80      100\n" + kTwoColumns);
        CHECK(shown.find("förklara styrningen till") != std::string::npos);
        CHECK(shown.find("100 styrningen") == std::string::npos);
    }

    TEST_CASE("columns that stand alike in half of the areas are prose, however short") {
        const std::string short_columns = R"(
Iakttagelser

Kommunen har en plan för dialogen      Underlaget består bland annat av:
som är känd av alla nämnder.           – enkäter till invånare
)";
        const auto pages = [&](int count) {
            std::vector<testing::TypesetPage> all;
            for (int page = 1; page <= count; ++page)
                all.push_back(testing::TypesetPage(page).text(short_columns));
            return testing::shown(testing::laid_out(testing::typeset(all)));
        };
        CHECK(pages(4).find("plan för dialogen som är känd av alla nämnder.\nheading: Underlaget") !=
              std::string::npos);
        CHECK(pages(1).find("dialogen som är känd") == std::string::npos);
    }

    TEST_CASE("close below a points box whose heads no rule knows, they are no rows of it") {
        std::vector<testing::TypesetPage> all;
        for (int page = 1; page <= 5; ++page) {
            testing::TypesetPage each(page);
            each.text("Ledarskap på sida " + std::string(static_cast<std::size_t>(page), 'i'), {14, true});
            each.space(10).text("Detta har bedömts                             Utfall", testing::kBold);
            each.text("– Uppdrag till chefer\n– Uppföljning av mål                              58\n– Stöd");
            each.space(14).text("Kommunen har en plan för dialogen      Nämnderna får rapporter om den\n"
                                "som är känd av alla som berörs och     varje år.\n"
                                "som har följts upp.");
            all.push_back(std::move(each));
        }
        const auto shown = testing::shown(testing::laid_out(testing::typeset(all)));
        CHECK(shown.find(
                  "paragraph: Kommunen har en plan för dialogen som är känd av alla som berörs och som har "
                  "följts upp.") != std::string::npos);
        CHECK(shown.find("paragraph: Nämnderna får rapporter om den varje år.") != std::string::npos);
    }

    TEST_CASE("a head below the left column does not part it from the right one, which goes on with it") {
        const auto shown = laid_out(R"(
Kommunen har en tydlig vision som      i sin vardag. Samverkan med andra
är väl känd i hela organisationen      kommuner har börjat och ger redan
och som styr arbetet med mål och       goda resultat för dem som behöver.
budget under hela mandatperioden.
Ledningen arbetar med att förklara
styrningen till alla medborgare så

Det vi såg
)");
        CHECK(shown.find("alla medborgare så i sin vardag.") != std::string::npos);
        CHECK(shown.ends_with("Det vi såg\n"));
    }

    TEST_CASE("labels and values are no prose") {
        CHECK(laid_out(R"(
Befolkning               21 345
Anställda                1 895
Nämnder                  sex
Bolag                    tre
Majoritet                två partier
)")
                  .starts_with("table\n"));
    }

    TEST_CASE("a panel beside the text is read by itself, before it") {
        testing::TypesetPage page;
        page.text(R"(
                          Kommunen har en tydlig vision som
                          är väl känd i hela organisationen
                          och som styr arbetet med mål och
                          budget under hela mandatperioden.
                          Ledningen arbetar med att förklara
                          styrningen för medborgarna på ett
                          enkelt sätt och i många former.
)");
        page.at(129).text("Poäng", testing::kBold);
        page.at(142).text("52");
        page.at(158).text("Rubriker", testing::kBold).text("• Dialog\n• Etik och mål\n");
        const auto shown = testing::shown(testing::laid_out(testing::typeset({page})));
        CHECK(shown ==
              "heading: Poäng\nparagraph: 52\nheading: Rubriker\nitem: Dialog\nitem: Etik och mål\n"
              "paragraph: Kommunen har en tydlig vision som är väl känd i hela organisationen och som "
              "styr arbetet med mål och budget under hela mandatperioden. Ledningen arbetar med att "
              "förklara styrningen för medborgarna på ett enkelt sätt och i många former.\n");
    }

    TEST_CASE("where the columns stand the right one may begin above the left") {
        const auto page = [](int number) {
            testing::TypesetPage page(number);
            page.text(kTwoColumns).space(20);
            page.text("Så förs dialogen med invånarna i alla delar av kommunen", {12, true}).space(10);
            page.text("                                       i sin vardag. Samverkan med andra\n").space(-4);
            page.text("Dialog", testing::kBold).space(-10);
            page.text("                                       kommuner ger redan goda resultat.\n").space(-4);
            page.text("Dialog förs med alla som är med\noch som vill säga något om det\n");
            return page;
        };
        const auto shown = testing::shown(testing::laid_out(testing::typeset({page(1), page(2)})));
        CHECK(
            shown.find("heading: Dialog\nparagraph: Dialog förs med alla som är med och som vill säga något "
                       "om det i sin vardag. Samverkan "
                       "med andra kommuner ger redan goda resultat.\n") != std::string::npos);
    }

    TEST_CASE("a head beside text, on a baseline of its own, is of the left column") {
        using kompass::testing::TypesetPage;
        TypesetPage page;
        page.at(100).text("                                       i sin vardag. Samverkan med andra");
        page.at(103).text("Allmänt");
        page.at(112).text("                                       kommuner har börjat.");
        page.at(118).text("Kommunen har en tydlig vision som");
        const auto shown = testing::shown(testing::laid_out(testing::typeset({page})));
        CHECK(shown.find("vision som i sin vardag. Samverkan med andra kommuner har börjat.") !=
              std::string::npos);
    }
}
