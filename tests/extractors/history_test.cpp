#include "extractors/history.h"

#include "tests/support/real_rules.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <numeric>
#include <string>

using namespace kompass;

namespace {

std::vector<HistoryColumn> history_of(const Blocks& blocks) {
    audit::Evidence evidence;
    return extract_history(blocks, ScoringMark::former, testing::knowledge(), evidence);
}

std::string shown(const std::vector<HistoryColumn>& columns) {
    const auto figure = [](const std::optional<Decimal>& value) { return value ? value->text() : "-"; };
    std::string text;
    for (const auto& column : columns) {
        text += std::to_string(column.year) + ":";
        for (const auto& area : column.areas)
            text += " " + figure(area);
        text += " = " + figure(column.total) + "\n";
    }
    return text;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("a column of points a year, as an OCR left it") {
        CHECK(shown(history_of(testing::blocks_of(R"(
Podng i Kommunkompassen 2012 2017
1. Offentlighet och demokrati 43 48
2. Tillganglighet och brukarorientering 38 42
3. Politisk styrning och kontroll 64 72
4. Ledarskap, ansvar och delegation 54 60
5. Resultat och effektivitet 56 61
6. Kommunen som arbetsgivare 52 53
7. Verksamhetsutveckling 37 56
8. Kommun som samhallsbyggare 57 63
Totalt 401 455
)"))) == "2012: 43 38 64 54 56 52 37 57 = 401\n2017: 48 42 72 60 61 53 56 63 = 455\n");
    }

    TEST_CASE("points in halves") {
        CHECK(shown(history_of(testing::blocks_of(R"(
Poäng i Kommunkompassen 2003 2006
1. Offentlighet och demokratisk kontroll 51,5 54,5
2. Tillgänglighet och brukarorientering 61 44
3. Klarhet i samspelet mellan politik och administration 42½ 59,5
4. Ledning, decentralisering och delegation 45 ½ 59
5. Kontroll- och rapporteringssystem 52 58,5
6. Personalförvaltning 53,5 50,5
7. Förnyelsepolitik 47 45
8. Samhällsbyggnad 51 55,5
Totalt 404 426,5
)"))) == "2003: 51.5 61 42.5 45.5 52 53.5 47 51 = 404\n2006: 54.5 44 59.5 59 58.5 50.5 45 55.5 = 426.5\n");
    }

    TEST_CASE("areas are told by title, else by number; what is missing stays missing") {
        CHECK(shown(history_of(testing::blocks_of(
                  "Område\tÅr 2012\t2017*\nPolitisk styrning och kontroll\t64\t72\n"
                  "1. Något annat\t43\t48\n4. Ledarskap\t54\t60\n5 Resultat och effektivitet\t\t61\n"
                  "8. Kommunen som samhällsbyggare\t57\t63\n"))) ==
              "2012: 43 - 64 54 - - - 57 = -\n2017: 48 - 72 60 61 - - 63 = -\n");
    }

    TEST_CASE("what stands between an area's number and its title is no part of the title") {
        CHECK(shown(history_of(
                  testing::blocks_of("Område\tÅr 2012\t2017*\n8 – Politisk styrning och kontroll\t64\t72\n"
                                     "· Ledarskap, ansvar och delegation\t54\t60\n"
                                     "5 – Resultat och effektivitet\t56\t61\n"
                                     "§ 6 Kommunen som arbetsgivare\t52\t53\n"))) ==
              "2012: - - 64 54 56 52 - - = -\n2017: - - 72 60 61 53 - - = -\n");
    }

    TEST_CASE("a row a year, and a column that is no year") {
        CHECK(shown(history_of(testing::laid_out(testing::typeset(R"(
År                     1    2    3    4    5    6    7    8   Totalt
2012                  43   38   64   54   56   52   37   57      401
2017                  48   42   72   60   61   53   56   63      455
)")))) == "2012: 43 38 64 54 56 52 37 57 = 401\n2017: 48 42 72 60 61 53 56 63 = 455\n");
        CHECK(shown(history_of(testing::laid_out(testing::typeset(R"(
Område                                  2012   2017   Förändring
1. Offentlighet och demokrati             43     48           +5
2. Tillgänglighet                         38      –            –
3. Politisk styrning och kontroll         64     72           +8
4. Ledarskap, ansvar och delegation       54     60           +6
Totalt                                   401    455          +54
)")))) == "2012: 43 38 64 54 - - - - = 401\n2017: 48 - 72 60 - - - - = 455\n");
    }

    TEST_CASE("a row whose areas do not add up to its sum is doubtful") {
        const auto history = history_of(testing::laid_out(testing::typeset(R"(
2012                  43   38   64   54   56   52   37   57      411
2017                  48   42   72   60   61   53   56   63      455
)")));
        REQUIRE(history.size() == 2);
        CHECK(history[0].doubtful.size() == 8);
        CHECK(history[1].doubtful.empty());
    }

    TEST_CASE("on a born-digital page") {
        CHECK(shown(history_of(testing::laid_out(testing::typeset(R"(
Poäng i Kommunkompassen                 2012   2017
1. Offentlighet och demokrati             43     48
2. Tillgänglighet och brukarorientering   38     42
3. Politisk styrning och kontroll         64     72
4. Ledarskap, ansvar och delegation       54     60
Totalt                                   199    222
)")))) == "2012: 43 38 64 54 - - - - = 199\n2017: 48 42 72 60 - - - - = 222\n");
    }

    TEST_CASE("other tables of figures are no history") {
        CHECK(history_of(
                  testing::blocks_of("1.1\tFinns en plan?\t10\t15\t65%\n1.2\tAnvänds webben?\t8\t25\t33%\n"
                                     "\t\t18\t40\t45%\n"))
                  .empty());
        CHECK(history_of(
                  testing::blocks_of("Invånare\t2012\t2017\nKvinnor\t43\t48\nMän\t38\t42\nBarn\t12\t13\n"))
                  .empty());
        CHECK(history_of({}).empty());
    }
}
