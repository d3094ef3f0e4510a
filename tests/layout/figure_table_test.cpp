// Score tables of born-digital pages: found without rules, whatever the alignment and wrapping.
#include "layout/figure_table.h"

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

constexpr const char* kPlain = R"(table
head: 3 | Politisk styrning | Uppnått | Max | Procent
3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%
3.2 | Följs målen upp? | 8 | 25 | 33%
3.3 | Får nämnderna veta hur det går? | 30 | 60 | 50%
- | - | 48 | 100 | 48%
)";

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("a numbered heading above a head that bears the table's number is none of the table's title") {
        TypesetPage page;
        page.text("3. Översikt\n", {13, true});
        page.text("3    Politisk styrning                 Uppnått   Max  Procent\n"
                  "3.1  Finns en samlad styrmodell?            10    15      65%\n"
                  "3.2  Följs målen upp?                        8    25      33%\n"
                  "3.3  Får nämnderna veta hur det går?        30    60      50%\n"
                  "                                            48   100      48%\n");
        const auto shown = laid_out({page});
        CHECK(shown.find(kPlain) != std::string::npos);
        CHECK(shown.find("Översikt") < shown.find("table"));
    }

    TEST_CASE("a score table without rules, figures at the right") {
        CHECK(laid_out(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.1  Finns en samlad styrmodell?            10    15      65%
3.2  Följs målen upp?                        8    25      33%
3.3  Får nämnderna veta hur det går?        30    60      50%
                                            48   100      48%
)") == kPlain);
    }

    TEST_CASE("a head of years may have a note's star") {
        for (const char* first : {"2012 ", "2012*"}) {
            CAPTURE(first);
            const auto shown =
                laid_out(std::string("Område                        ") + first + "   2015   2018\n" + R"(
1 Offentlighet och demokrati  42      52     49
2 Tillgänglighet              41      45     40
3 Politisk styrning           32      20     34
)");
            CHECK(shown.find("table\nhead: - | Område | 2012") == 0);
        }
    }

    TEST_CASE("number and figures between the lines of the first row's text") {
        TypesetPage page;
        const auto row = [&](const char* above, const char* middle, const char* below) {
            page.text(above).space(-7).text(middle).space(-7).text(below).space(20);
        };
        page.text("Nr   Fråga                                Procent   Max  Uppnått\n").space(6);
        row("     Finns en samlad styrmodell som",
            "3.1                                          45 %    15       10", "     alla känner till?");
        row("     Följs målen upp så att alla",
            "3.2                                          33 %    25        8", "     nämnder får veta det?");
        page.text("3.3  Får nämnderna veta det?                 50 %    60       30\n");
        CHECK(laid_out({page}) == "table\nhead: - | Nr Fråga | Procent | Max | Uppnått\n"
                                  "3.1 | Finns en samlad styrmodell som alla känner till? | 45% | 15 | 10\n"
                                  "3.2 | Följs målen upp så att alla nämnder får veta det? | 33% | 25 | 8\n"
                                  "3.3 | Får nämnderna veta det? | 50% | 60 | 30\n");
    }

    TEST_CASE("figures centred") {
        CHECK(laid_out(R"(
3    Politisk styrning                 Uppnått  Max   Procent
3.1  Finns en samlad styrmodell?         10      15     65%
3.2  Följs målen upp?                     8      25     33%
3.3  Får nämnderna veta hur det går?     30      60     50%
                                         48     100     48%
)") == kPlain);
    }

    TEST_CASE("figures at the left of their columns") {
        CHECK(laid_out(R"(
3    Politisk styrning                 Uppnått  Max   Procent
3.1  Finns en samlad styrmodell?       10       15    65%
3.2  Följs målen upp?                  8        25    33%
3.3  Får nämnderna veta hur det går?   30       60    50%
                                       48       100   48%
)") == kPlain);
    }

    TEST_CASE("percent signs missing, or apart from their figures") {
        const auto without = laid_out(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.1  Finns en samlad styrmodell?            10    15       65
3.2  Följs målen upp?                        8    25       33
                                            18    40       45
)");
        CHECK(without ==
              "table\nhead: 3 | Politisk styrning | Uppnått | Max | Procent\n"
              "3.1 | Finns en samlad styrmodell? | 10 | 15 | 65\n3.2 | Följs målen upp? | 8 | 25 | 33\n"
              "- | - | 18 | 40 | 45\n");
        CHECK(laid_out(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.1  Finns en samlad styrmodell?            10    15    65 %
3.2  Följs målen upp?                        8    25    33 %
3.3  Får nämnderna veta hur det går?        30    60    50 %
                                            48   100    48 %
)") == kPlain);
    }

    TEST_CASE("a head that wraps") {
        CHECK(laid_out(R"(
                                         Upp-        Pro-
3    Politisk styrning                   nått  Max   cent
3.1  Finns en samlad styrmodell?         10     15   65%
3.2  Följs målen upp?                     8     25   33%
3.3  Får nämnderna veta hur det går?     30     60   50%
                                         48    100   48%
)") == kPlain);
    }

    TEST_CASE("a title that wraps, by a hyphen, by weight or by nearness") {
        const auto expected =
            "table\nhead: 2 | Tillgänglighet och brukarorientering | Uppnått | Max | Procent\n"
            "2.1 | Finns en samlad plan? | 10 | 15 | 65%\n2.2 | Följs den upp? | 8 | 25 | 33%\n"
            "- | - | 18 | 40 | 45%\n";
        const std::string_view body = R"(
2.1  Finns en samlad plan?                  10    15      65%
2.2  Följs den upp?                          8    25      33%
                                            18    40      45%
)";
        CHECK(laid_out({TypesetPage()
                            .text(R"(
2    Tillgänglighet och brukar-        Uppnått   Max  Procent
     orientering
)")
                            .text(body)}) == expected);
        CHECK(laid_out({TypesetPage()
                            .text("2    Tillgänglighet och                Uppnått   Max  Procent\n"
                                  "     brukarorientering",
                                  kBold)
                            .text(body)}) == expected);
        CHECK(laid_out({TypesetPage()
                            .text("2    Tillgänglighet och                Uppnått   Max  Procent\n"
                                  "     brukarorientering")
                            .space(6)
                            .text(body)}) == expected);
    }

    TEST_CASE("questions that wrap, figures on their first line") {
        CHECK(laid_out(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.1  Finns en samlad styr-                  10    15      65%
     modell?
3.2  Följs målen                             8    25      33%
     upp?
3.3  Får nämnderna veta                     30    60      50%
     hur det går?
                                            48   100      48%
)") == kPlain);
    }

    TEST_CASE("questions that wrap, number and figures in the middle of their height") {
        CHECK(laid_out(R"(
3    Politisk styrning                 Uppnått   Max  Procent
     Finns en
3.1  samlad                                 10    15      65%
     styrmodell?
3.2  Följs målen upp?                        8    25      33%
     Får nämnderna
3.3  veta hur                               30    60      50%
     det går?
                                            48   100      48%
)") == kPlain);
    }

    TEST_CASE("questions that wrap, figures on their last line") {
        CHECK(laid_out(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.1  Finns en samlad
     styrmodell?                            10    15      65%
3.2  Följs målen upp?                        8    25      33%
3.3  Får nämnderna veta
     hur det går?                           30    60      50%
                                            48   100      48%
)") == kPlain);
    }

    TEST_CASE("a table over two pages, its head repeated") {
        CHECK(laid_out({TypesetPage(1).at(600).text(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.1  Finns en samlad styrmodell?            10    15      65%
)"),
                        TypesetPage(2).text(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.2  Följs målen upp?                        8    25      33%
3.3  Får nämnderna veta hur det går?        30    60      50%
                                            48   100      48%
)")}) == kPlain);
    }

    TEST_CASE("the head at a page's foot, the rows on the next") {
        CHECK(laid_out({TypesetPage(1).at(700).text(
                            "3    Politisk styrning                 Uppnått   Max  Procent"),
                        TypesetPage(2).text(R"(
3.1  Finns en samlad styrmodell?            10    15      65%
3.2  Följs målen upp?                        8    25      33%
3.3  Får nämnderna veta hur det går?        30    60      50%
                                            48   100      48%
)")}) == kPlain);
    }

    TEST_CASE("a row that wraps over the page") {
        CHECK(laid_out({TypesetPage(1).at(650).text(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.1  Finns en samlad styrmodell?            10    15      65%
3.2  Följs målen                             8    25      33%
)"),
                        TypesetPage(2).text(R"(
     upp?
3.3  Får nämnderna veta hur det går?        30    60      50%
                                            48   100      48%
)")}) == kPlain);
    }

    TEST_CASE("the sums alone on the next page") {
        CHECK(laid_out({TypesetPage(1).at(650).text(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.1  Finns en samlad styrmodell?            10    15      65%
3.2  Följs målen upp?                        8    25      33%
3.3  Får nämnderna veta hur det går?        30    60      50%
)"),
                        TypesetPage(2).text(
                            "                                            48   100      48%")}) == kPlain);
    }

    TEST_CASE("a row that lacks a figure lends none, and the rows below it stay in the table") {
        CHECK(laid_out(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.1  Finns en samlad styrmodell?            10    15      65%
3.2  Följs målen upp?                             25      33%
3.3  Får nämnderna veta hur det går?        30    60      50%
                                            48   100      48%
)") == R"(table
head: 3 | Politisk styrning | Uppnått | Max | Procent
3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%
3.2 | Följs målen upp? | - | 25 | 33%
3.3 | Får nämnderna veta hur det går? | 30 | 60 | 50%
- | - | 48 | 100 | 48%
)");
    }

    TEST_CASE("tables one below the other stay apart, and so does the prose around them") {
        CHECK(laid_out(R"(
Nedan visas poängen.

1    Dialog                            Uppnått   Max  Procent
1.1  Finns en plan?                         10    15      65%
1.2  Används webben?                         8    25      33%
                                            18    40      45%

2    Service                           Uppnått   Max  Procent
2.1  Mäts nöjdheten?                        12    15      80%
2.2  Finns garantier?                        5    25      20%
                                            17    40      43%

Poängen har ökat sedan 2012.
)") == R"(paragraph: Nedan visas poängen.
table
head: 1 | Dialog | Uppnått | Max | Procent
1.1 | Finns en plan? | 10 | 15 | 65%
1.2 | Används webben? | 8 | 25 | 33%
- | - | 18 | 40 | 45%
table
head: 2 | Service | Uppnått | Max | Procent
2.1 | Mäts nöjdheten? | 12 | 15 | 80%
2.2 | Finns garantier? | 5 | 25 | 20%
- | - | 17 | 40 | 43%
paragraph: Poängen har ökat sedan 2012.
)");
    }

    TEST_CASE("the table of earlier evaluations has a column a year") {
        CHECK(laid_out(R"(
Område                                  2012   2015   2017
1. Offentlighet och demokrati             43     48     69
2. Tillgänglighet                         38     42     63
3. Politisk styrning och kontroll         64     72     72
Totalt                                   145    162    204
)") == R"(table
head: - | Område | 2012 | 2015 | 2017
- | 1. Offentlighet och demokrati | 43 | 48 | 69
- | 2. Tillgänglighet | 38 | 42 | 63
- | 3. Politisk styrning och kontroll | 64 | 72 | 72
- | Totalt | 145 | 162 | 204
)");
    }

    TEST_CASE("the years may stand down the table, the areas across") {
        CHECK(laid_out(R"(
År                     1    2    3    4    5    6    7    8   Totalt
2012                  43   38   64   54   56   52   37   57      401
2017                  48   42   72   60   61   53   56   63      455
)")
                  .ends_with("- | - | 2012 | 43 | 38 | 64 | 54 | 56 | 52 | 37 | 57 | 401\n"
                             "- | - | 2017 | 48 | 42 | 72 | 60 | 61 | 53 | 56 | 63 | 455\n"));
    }

    TEST_CASE("overleaf the title comes again with the head, before the second row") {
        constexpr const char* head = "Område 6 Kvalitetsutveckling\n"
                                     "   Fråga                        Uppnått     Max     Procent\n";
        const auto shown = laid_out(
            {TypesetPage(1).text(head).text("1  Finns en plan?                  9       15       63%\n"),
             TypesetPage(2).text(head).text("2  Hur arbetar man?               7       25       27%\n"
                                            "3  Hur informerar man?           18       20       91%\n")});
        CHECK(shown.find("1 | Finns en plan? | 9 | 15 | 63%\n2 | Hur arbetar man? | 7 | 25 | 27%\n"
                         "3 | Hur informerar man? | 18 | 20 | 91%") != std::string::npos);
    }

    TEST_CASE("a dash in the first row leaves it a row") {
        const auto shown = laid_out(R"(
Område                          2010   2013
1. Offentlighet och demokrati     –     28
2. Tillgänglighet                33     34
3. Politisk styrning             29     31
Totalt                           62     93
)");
        CHECK(shown.find("1. Offentlighet och demokrati | – | 28") != std::string::npos);
    }

    TEST_CASE("points and maximum in one cell, decimals, units, a dash") {
        CHECK(laid_out(R"(
     Fråga                               Poäng / max   Andel
3.1  Finns en samlad styrmodell?           10 / 15      65 %
3.2  Följs målen upp?                       8 / 25    33,0 %
3.3  Får nämnderna veta hur det går?       30 / 60         –
     Totalt                               48 / 100      48 %
)")
                  .ends_with("3.1 | Finns en samlad styrmodell? | 10 / 15 | 65%\n"
                             "3.2 | Följs målen upp? | 8 / 25 | 33,0%\n"
                             "3.3 | Får nämnderna veta hur det går? | 30 / 60 | –\n"
                             "- | Totalt | 48 / 100 | 48%\n"));
    }

    TEST_CASE("heads that no rule knows are told by their place") {
        CHECK(laid_out(R"(
Nr   Delfråga                          Resultat   Tak   Grad
3.1  Finns en samlad styrmodell?            10     15    65%
3.2  Följs målen upp?                        8     25    33%
                                            18     40    45%
)") == "table\nhead: - | Nr Delfråga | Resultat | Tak | Grad\n3.1 | Finns en samlad styrmodell? | 10 | 15 | "
       "65%\n"
       "3.2 | Följs målen upp? | 8 | 25 | 33%\n- | - | 18 | 40 | 45%\n");
    }

    TEST_CASE("a head of two lines that a page repeats") {
        const std::string_view head = R"(
Nr   Fråga                             Uppnådd   Max   Andel
                                         poäng  poäng
)";
        CHECK(laid_out({TypesetPage(1).text(head).text(
                            "3.1  Finns en samlad styrmodell?            10    15     65%\n"
                            "3.2  Följs målen upp?                        8    25     33%\n"),
                        TypesetPage(2).text(head).text(
                            "3.3  Får nämnderna veta hur det går?        30    60     50%\n"
                            "                                            48   100     48%\n")})
                  .ends_with(
                      "3.2 | Följs målen upp? | 8 | 25 | 33%\n"
                      "3.3 | Får nämnderna veta hur det går? | 30 | 60 | 50%\n- | - | 48 | 100 | 48%\n"));
    }

    TEST_CASE("a row that lacks figures, a remark across the columns, and a question numbered in its text") {
        CHECK(laid_out(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.1  Finns en samlad styrmodell?            10    15      65%
3.2  Följs målen upp?                             25
* Frågan ställdes bara till nämndernas ordförande i år.
3.3  Får nämnderna veta hur det går?        30    60      50%
                                            48   100      48%
)") == "table\nhead: 3 | Politisk styrning | Uppnått | Max | Procent\n"
       "3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%\n3.2 | Följs målen upp? | - | 25 | -\n"
       "3.3 | Får nämnderna veta hur det går? | 30 | 60 | 50%\n- | - | 48 | 100 | 48%\n"
       "paragraph: * Frågan ställdes bara till nämndernas ordförande i år.\n");
        CHECK(laid_out(R"(
3.1 Finns en samlad styr-                   10    15      65%
modell?
3.2 Följs målen upp?                         8    25      33%
Summa                                       18    40      45%
)") == "table\n3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%\n3.2 | Följs målen upp? | 8 | 25 | 33%\n"
       "- | Summa | 18 | 40 | 45%\n");
    }

    TEST_CASE("figures in prose make no table") {
        CHECK(laid_out(R"(
Under åren 2012 till 2014 växte kommunen med 12 15 20
personer om året, och år 2015 fanns här omkring 25 30
barn i varje klass. Alla vet att 100 är mer än 10 15.
)")
                  .starts_with("paragraph: "));
    }

    TEST_CASE("each figure has its own place") {
        const auto blocks = testing::laid_out(testing::typeset(R"(
3    Politisk styrning                 Uppnått   Max  Procent
3.1  Finns en samlad styrmodell?            10    15      65%
3.2  Följs målen upp?                        8    25      33%
                                            18    40      45%
)"));
        REQUIRE(blocks.size() == 1);
        CHECK(blocks[0].table.figures == 3);
        const auto& cell = blocks[0].table.rows.at(2).at(2);
        REQUIRE(cell.places.size() == 1);
        CHECK(cell.places[0].page == 1);
        CHECK(cell.places[0].box == Box{50 + 45 * 6, 154, 50 + 46 * 6 + 2, 166});
    }

    TEST_CASE("rows that count 1, 2, 3 are numbered, wherever their figures stand") {
        CHECK(laid_out(R"(
Nr   Fråga                             Uppnått   Max  Procent
     Finns en samlad
1    styrmodell?                            10    15      65%
2    Följs målen upp?                        8    25      33%
     Summa                                  18    40      45%
)") == "table\nhead: - | Nr Fråga | Uppnått | Max | Procent\n"
       "1 | Finns en samlad styrmodell? | 10 | 15 | 65%\n2 | Följs målen upp? | 8 | 25 | 33%\n"
       "- | Summa | 18 | 40 | 45%\n");
    }

    TEST_CASE("rows without numbers whose figures stand between the lines of their text") {
        CHECK(laid_out(R"(
Fråga                             Uppnått   Max  Procent
Finns en samlad styrmodell?            10    15      65%
Hur arbetar kommunen med alla
                                        8    25      33%
de mål som har satts upp?
Och hur följs alla dessa mål
                                        9    30      30%
upp av nämnderna?
                                       27    70      39%
)") == "table\nhead: - | Fråga | Uppnått | Max | Procent\n- | Finns en samlad styrmodell? | 10 | 15 | 65%\n"
       "- | Hur arbetar kommunen med alla de mål som har satts upp? | 8 | 25 | 33%\n"
       "- | Och hur följs alla dessa mål upp av nämnderna? | 9 | 30 | 30%\n- | - | 27 | 70 | 39%\n");
    }

    TEST_CASE("text that wraps below its number, where that stands in the text") {
        CHECK(laid_out(R"(
Område                                  2012  2016
1. Offentlighet och demokrati             48    52
2. Tillgänglighet och                     49    40
brukarorientering
3. Politisk styrning och kontroll         59    66
Totalt                                   156   158
)") == "table\nhead: - | Område | 2012 | 2016\n- | 1. Offentlighet och demokrati | 48 | 52\n"
       "- | 2. Tillgänglighet och brukarorientering | 49 | 40\n"
       "- | 3. Politisk styrning och kontroll | 59 | 66\n- | Totalt | 156 | 158\n");
    }

    TEST_CASE("rows that count from 1 again are another table") {
        const auto shown = laid_out(R"(
1    Finns en samlad styrmodell?            10    15      65%
2    Följs målen upp?                        8    25      33%

1    Vad säger alla om mötena?              10    40      25%
2    Vad säger ingen om mötena?              6    30      20%
)");
        CHECK(shown ==
              "table\n1 | Finns en samlad styrmodell? | 10 | 15 | 65%\n2 | Följs målen upp? | 8 | 25 | 33%\n"
              "table\n1 | Vad säger alla om mötena? | 10 | 40 | 25%\n"
              "2 | Vad säger ingen om mötena? | 6 | 30 | 20%\n");
    }

    TEST_CASE("figures between the lines of questions without numbers") {
        TypesetPage page;
        page.at(100).text("     Fråga                     Uppnått   Max  Procent");
        double y = 120;
        for (const auto* rest : {"styrmodell?", "plan?"}) {
            page.at(y).text("     Finns en samlad");
            page.at(y + 7).text("                                    10    15      65%");
            page.at(y + 14).text(std::string("     ") + rest);
            y += 36;
        }
        page.at(y).text("     Summa                          20    30      65%");
        CHECK(laid_out({page}) == "table\nhead: - | Fråga | Uppnått | Max | Procent\n"
                                  "- | Finns en samlad styrmodell? | 10 | 15 | 65%\n"
                                  "- | Finns en samlad plan? | 10 | 15 | 65%\n- | Summa | 20 | 30 | 65%\n");
    }

    TEST_CASE("figures between the lines of counted questions are no counts") {
        CHECK(laid_out({TypesetPage()
                            .at(100)
                            .text("1    Finns en samlad")
                            .at(107)
                            .text("                                     8    10      80%")
                            .at(114)
                            .text("     styrmodell?")
                            .at(136)
                            .text("2    Följs målen upp")
                            .at(143)
                            .text("                                    12    15      79%")
                            .at(150)
                            .text("     varje år?")
                            .at(172)
                            .text("     Summa                          20    25      80%")}) ==
              "table\n1 | Finns en samlad styrmodell? | 8 | 10 | 80%\n"
              "2 | Följs målen upp varje år? | 12 | 15 | 79%\n- | Summa | 20 | 25 | 80%\n");
    }

    TEST_CASE("the end of a list above a head is no part of it, though a word of it reads like one") {
        CHECK(laid_out(R"(
• Öppna möten                       • Målen följs upp varje år
                                                Uppnådd
     Fråga                           Max          poäng    Procent
1.1  Finns en samlad styrmodell?      15             10       65%
1.2  Följs målen upp?                 25              8       33%
     Summa                            40             18       45%
)") == "item: Öppna möten • Målen följs upp varje år\n"
       "table\nhead: - | Fråga | Max | Uppnådd poäng | Procent\n"
       "1.1 | Finns en samlad styrmodell? | 15 | 10 | 65%\n1.2 | Följs målen upp? | 25 | 8 | 33%\n"
       "- | Summa | 40 | 18 | 45%\n");
    }

    TEST_CASE("a title between the rows of a table is set apart from them, in whatever type") {
        TypesetPage page;
        page.at(100).text("     Fråga                     Uppnått   Max  Procent");
        page.at(118).text("     1 Offentlighet");
        page.at(136).text("1.1  Finns en samlad");
        page.at(144).text("     styrmodell?                    10    15      65%");
        page.at(162).text("1.2  Följs målen upp?                8    25      33%");
        page.at(180).text("     Summa                          18    40      45%");
        page.at(198).text("     2 Tillgänglighet");
        page.at(216).text("2.1  Svarar kommunen?               10    15      65%");
        page.at(234).text("     Summa                          10    15      65%");
        CHECK(laid_out({page}) ==
              "table\nhead: - | Fråga | Uppnått | Max | Procent\n- | 1 Offentlighet | - | - | -\n"
              "1.1 | Finns en samlad styrmodell? | 10 | 15 | 65%\n"
              "1.2 | Följs målen upp? | 8 | 25 | 33%\n- | Summa | 18 | 40 | 45%\n"
              "- | 2 Tillgänglighet | - | - | -\n2.1 | Svarar kommunen? | 10 | 15 | 65%\n"
              "- | Summa | 10 | 15 | 65%\n");
    }

    TEST_CASE("the second row lacks a figure") {
        CHECK(laid_out(R"(
Fråga                              Uppnått   Max  Procent
Finns en samlad styrmodell?             10    15      65%
Följs målen upp?                         8    25
Får nämnderna veta hur det går?         30    60      50%
Summa                                   48   100      48%
)") == "table\nhead: - | Fråga | Uppnått | Max | Procent\n- | Finns en samlad styrmodell? | 10 | 15 | 65%\n"
       "- | Följs målen upp? | 8 | 25 | -\n- | Får nämnderna veta hur det går? | 30 | 60 | 50%\n"
       "- | Summa | 48 | 100 | 48%\n");
    }
}
