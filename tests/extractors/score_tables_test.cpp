#include "extractors/score_tables.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;

namespace {

struct Scores {
    std::map<int, Area> areas;
    Troubles troubles;
    audit::Evidence evidence;
};

Scores scores_of(std::string_view text) {
    Scores scores;
    const auto blocks = testing::blocks_of(text);
    (void)extract_score_tables(blocks, outline(blocks, testing::knowledge()), testing::knowledge(),
                               scores.areas, scores.troubles, scores.evidence);
    return scores;
}

std::string shown(const Area& area) {
    std::string text = area.table_title.value_or("(no title)") + " " + testing::shown(area.total) + "\n";
    for (const auto& question : area.questions)
        text += testing::shown(question) + "\n";
    return text;
}

std::string shown(const Scores& scores) {
    std::string text;
    for (const auto& [number, area] : scores.areas) {
        CHECK(area.number == number);
        text += std::to_string(number) + " " + shown(area);
    }
    return text;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("questions, sums and title of a table") {
        const auto scores = scores_of("1\tDialog\tUppnått\tMax\tProcent\n1.1\tFinns en plan?\t10\t15\t65%\n"
                                      "1.2\tAnvänds webben?\t8\t25\t33%\n\t\t18\t40\t45%\n");
        CHECK(shown(scores) ==
              "1 Dialog 18/40 45%\n1.1 10/15 65% Finns en plan?\n1.2 8/25 33% Används webben?\n");
        CHECK(scores.troubles.empty());
        CHECK(scores.areas.at(1).questions[0].score.places == Places{{1, std::nullopt}});
    }

    TEST_CASE("the sums of all areas, below the last one, are no area's") {
        const auto scores = scores_of("8\tSamhälle\tUppnått\tMax\tProcent\n8.1\tFinns planer?\t10\t60\t65%\n"
                                      "8.2\tHur samverkar man?\t8\t40\t33%\nAlla områden\t\t418\t800\t52%\n");
        REQUIRE(scores.areas.contains(8));
        CHECK_FALSE(scores.areas.at(8).total.points);
        CHECK(scores.areas.at(8).questions.size() == 2);
    }

    TEST_CASE("columns are told by their heads, not by their order") {
        CHECK(shown(scores_of("1\tDialog\tMax\tProcent\tUppnått\n1.1\tFinns en plan?\t15\t65\t10\n"
                              "1.2\tAnvänds webben?\t25\t33\t8\n\t\t40\t45\t18\n")) ==
              "1 Dialog 18/40 45%\n1.1 10/15 65% Finns en plan?\n1.2 8/25 33% Används webben?\n");
    }

    TEST_CASE("points in halves, however they are printed") {
        const auto lines =
            "1 (no title) 18/40 45%\n1.1 9.5/15 63% Finns en plan?\n1.2 8.5/25 34% Används webben?\n";
        for (const auto* table :
             {"1.1 | Finns en plan? 9,5 15 63%\n1.2 | Används webben? 8,5 25 34%\n18 40 45%\n",
              "1.1 | Finns en plan? 9½ 15 63%\n1.2 | Används webben? 8 ½ 25 34 %\n18 40 45%\n",
              "1.1 | Finns en plan? 9.5 15 63%\n1.2 | Används webben? 8.5 25 34%\n18,0 40 45%\n"})
            CHECK(shown(scores_of(table)) == lines);
        const std::string head = "\t\tUppnått\tMax\tProcent\n";
        for (const auto* rows : {"1.1\tFinns en plan?\t9,5\t15\t63%\n1.2\tAnvänds webben?\t8,5\t25\t34%\n",
                                 "1.1\tFinns en plan?\t9½\t15\t63%\n1.2\tAnvänds webben?\t8 ½\t25\t34%\n",
                                 "1.1\tFinns en plan?\t9.5\t15\t63%\n1.2\tAnvänds webben?\t8.5\t25\t34%\n"})
            CHECK(shown(scores_of(head + rows + "\t\t18,0\t40\t45%\n")) == lines);
    }

    TEST_CASE("a maximum and a percent with a half are none: they are doubtful") {
        CHECK(shown(scores_of("\t\tUppnått\tMax\tProcent\n1.1\tFinns en plan?\t9,5\t15,5\t61%\n"
                              "1.2\tAnvänds webben?\t8\t25\t33%\n\t\t17,5\t40\t44%\n"))
                  .find("1.1 9.5/-? 61%") != std::string::npos);
    }

    TEST_CASE("a table without a percent column") {
        CHECK(shown(scores_of(
                  "1\tDialog\tUppnått\tMax\n1.1\tFinns en plan?\t10\t15\n1.2\tAnvänds webben?\t8\t25\n"
                  "\t\t18\t40\n")) ==
              "1 Dialog 18/40 -%\n1.1 10/15 -% Finns en plan?\n1.2 8/25 -% Används webben?\n");
    }

    TEST_CASE("points above the maximum and percents above 100 are doubtful") {
        CHECK(shown(scores_of(
                  "1.1 | Finns en plan? 16 15 65%\n1.2 | Används webben? 8 25 133%\n24 40 60%\n")) ==
              "1 (no title) 24/40 60%\n1.1 16?/15? 65% Finns en plan?\n1.2 8/25 133?% Används webben?\n");
    }

    TEST_CASE("missing figures are missing and doubtful, never filled in") {
        CHECK(shown(scores_of(
                  "1.1 | Finns en plan? 10 15 65%\n1.2 | Används webben?\n1.3 | Finns råd? 8 25 33%\n"
                  "18 60 30%\n")) == "1 (no title) 18/60 30%\n1.1 10/15 65% Finns en plan?\n"
                                     "1.2 -?/-? -?% Används webben?\n1.3 8/25 33% Finns råd?\n");
    }

    TEST_CASE("a table belongs to the area its questions are numbered for") {
        const auto scores =
            scores_of("Område 1 Offentlighet och demokrati\n\n"
                      "7.1 | Finns en plan? 10 15 65%\n7.2 | Används webben? 8 25 33%\n18 40 45%\n");
        CHECK(shown(scores) ==
              "7 (no title) 18/40 45%\n7.1 10/15 65% Finns en plan?\n7.2 8/25 33% Används webben?\n");
    }

    TEST_CASE("rows without numbers are known by their wordings, and by their place") {
        CHECK(
            shown(scores_of("Fråga\tUppnått\tMax\tProcent\n"
                            "Finns en plan/strategi för demokratiutveckling och information?\t10\t15\t65%\n"
                            "Får alla veta det?\t8\t20\t42%\nInformeras invånarna om resultat?\t8\t25\t33%\n"
                            "Summa\t26\t60\t43%\n")) ==
            "1 Fråga 26/60 43%\n"
            "1.1 10/15 65% Finns en plan/strategi för demokratiutveckling och information?\n"
            "1.2 8/20 42% Får alla veta det?\n1.3 8/25 33% Informeras invånarna om resultat?\n");
    }

    TEST_CASE("a table that goes on as another one is one table") {
        const auto scores =
            scores_of("1.1 | Finns en plan? 10 15 65%\n1.2 | Används webben? 8 25 33%\n\nALLMÄNT\n\nText.\n\n"
                      "1.3 | Finns råd? 6 20 30%\n1.4 | Mäts det? 6 40 15%\n30 100 30%\n");
        CHECK(shown(scores) ==
              "1 (no title) 30/100 30%\n1.1 10/15 65% Finns en plan?\n1.2 8/25 33% Används webben?\n"
              "1.3 6/20 30% Finns råd?\n1.4 6/40 15% Mäts det?\n");
        CHECK(scores.troubles.empty());
    }

    TEST_CASE("two areas in one table") {
        CHECK(shown(scores_of(
                  "\tFråga\tUppnått\tMax\tProcent\n1.1\tFinns en plan?\t10\t15\t65%\n"
                  "1.2\tAnvänds webben?\t8\t25\t33%\n\t\t18\t40\t45%\n2.1\tMäts nöjdheten?\t12\t15\t80%\n"
                  "2.2\tFinns garantier?\t5\t25\t20%\n\t\t17\t40\t43%\n")) ==
              "1 Fråga 18/40 45%\n1.1 10/15 65% Finns en plan?\n1.2 8/25 33% Används webben?\n"
              "2 (no title) 17/40 43%\n2.1 12/15 80% Mäts nöjdheten?\n2.2 5/25 20% Finns garantier?\n");
    }

    TEST_CASE("sums that stand above their questions under an area's title") {
        const auto scores =
            scores_of("\tFråga\tUppnått\tMax\tProcent\n\tOffentlighet och demokrati\t18\t40\t45%\n"
                      "1.1\tFinns en plan?\t10\t15\t65%\n1.2\tAnvänds webben?\t8\t25\t33%\n");
        CHECK(testing::shown(scores.areas.at(1).total) == "18/40 45%");
    }

    TEST_CASE(
        "the same table twice is one; a second that differs is a trouble, and the first stands in doubt") {
        const std::string table =
            "1.1 | Finns en plan? 10 15 65%\n1.2 | Används webben? 8 25 33%\n18 40 45%\n\n";
        CHECK(shown(scores_of(table + "Text.\n" + table)) == shown(scores_of(table)));
        CHECK(scores_of(table + "Text.\n" + table).troubles.empty());

        const auto differing = scores_of(
            table + "Text.\n1.1 | Finns en plan? 10 15 65%\n1.2 | Används webben? 9 25 35%\n19 40 47%\n");
        CHECK(shown(differing) ==
              "1 (no title) 18?/40? 45?%\n1.1 10/15 65% Finns en plan?\n1.2 8?/25? 33?% Används webben?\n");
        REQUIRE(differing.troubles.size() == 1);
        CHECK(differing.troubles[0].code == "second-score-table");
        CHECK(differing.troubles[0].severity == Severity::warning);
    }

    TEST_CASE("a question met twice in a table counts once") {
        CHECK(scores_of("1.1\tFinns en plan?\t10\t15\t65%\n1.1\tFinns en plan?\t10\t15\t65%\n"
                        "1.2\tAnvänds webben?\t8\t25\t33%\n\t\t18\t40\t45%\n")
                  .areas.at(1)
                  .questions.size() == 2);
    }

    TEST_CASE("other tables are no score tables") {
        CHECK(scores_of("Område\t2012\t2015\n1. Dialog\t43\t48\n2. Service\t38\t42\n3. Styrning\t64\t72\n")
                  .areas.empty());
        CHECK(scores_of("Befolkning\t12 345\nAnställda\t895\n").areas.empty());
    }

    TEST_CASE("a second row of sums does not take the place of the first") {
        const auto scores =
            scores_of("1\tDialog\tUppnått\tMax\tProcent\n1.1\tFinns en plan?\t10\t15\t65%\n"
                      "1.2\tAnvänds webben?\t8\t25\t33%\n\t\t18\t40\t45%\n\t\t99\t100\t99%\n");
        REQUIRE(scores.areas.contains(1));
        CHECK(scores.areas.at(1).total.points == 18);
        CHECK(scores.areas.at(1).total.max == 40);
        CHECK(scores.areas.at(1).questions.size() == 2);
    }

    TEST_CASE("a colon in a question's number") {
        const auto shown_with = [](const std::string& mark) {
            return shown(scores_of("1\tDialog\tUppnått\tMax\tProcent\n1" + mark +
                                   "1\tFinns en plan?\t5\t15\t33%\n1" + mark +
                                   "2\tFinns mål?\t8\t20\t40%\n\t\t13\t35\t37%\n"));
        };
        REQUIRE(shown_with(".").find("1.2 8/20 40% Finns mål?") != std::string::npos);
        CHECK(shown_with(":") == shown_with("."));
    }

    TEST_CASE("a number whose point was lost is known by the row before or behind it") {
        const auto numbered = [](const std::string& first, const std::string& second) {
            return shown(scores_of("1\tDialog\tUppnått\tMax\tProcent\n" + first +
                                   "\tFinns en plan?\t5\t15\t33%\n" + second +
                                   "\tFinns mål?\t8\t20\t40%\n\t\t13\t35\t37%\n"));
        };
        const auto expected = numbered("1.1", "1.2");
        REQUIRE(expected.find("1.2 8/20 40% Finns mål?") != std::string::npos);
        CHECK(numbered("1.1", "12") == expected);
        CHECK(numbered("11", "1.2") == expected);
        CHECK(numbered("1.1", "14") != expected);
    }

    TEST_CASE("tables of questions that nobody knows belong to the area that stands above or below them") {
        using testing::TypesetPage;
        const auto areas_of = [](std::string_view above, std::string_view below) {
            std::vector<TypesetPage> pages;
            for (const auto* title : {"Offentlighet och demokrati", "Tillgänglighet och brukarorientering"}) {
                pages.emplace_back(static_cast<int>(pages.size()) + 1);
                const auto named = [&](std::string_view text) {
                    return text == "title" ? std::string(title) : std::string(text);
                };
                if (!above.empty()) pages.back().text(named(above), testing::kBold);
                pages.back()
                    .text("1    Vad säger alla om mötena?       10    40      25%\n"
                          "2    Vad säger ingen om mötena?       6    30      20%\n"
                          "3    Och vad mer sägs det om dem?     3    30      10%\n\n")
                    .text(named(below));
            }
            const auto blocks = testing::laid_out(testing::typeset(pages));
            Scores scores;
            (void)extract_score_tables(blocks, outline(blocks, testing::knowledge()), testing::knowledge(),
                                       scores.areas, scores.troubles, scores.evidence);
            std::string numbers;
            for (const auto& [number, area] : scores.areas)
                for (const auto& question : area.questions)
                    numbers += question.number + " ";
            return numbers;
        };
        CHECK(areas_of("title", "Text.") == "1.1 1.2 1.3 2.1 2.2 2.3 ");
        CHECK(areas_of("Tabell", "title") == "1.1 1.2 1.3 2.1 2.2 2.3 ");
        CHECK(areas_of("", "title") == "1.1 1.2 1.3 2.1 2.2 2.3 ");
        CHECK(areas_of("Tabell", "Text.").empty());
        CHECK(areas_of("", "Text.").empty());
    }

    TEST_CASE("one long table: a row without figures, or the head, names the area of the rows below") {
        using testing::TypesetPage;
        const auto blocks = testing::laid_out(testing::typeset(R"(
Område 1 Offentlighet och demokrati      Uppnått   Max  Procent
Vad säger alla om mötena?                     10    40      25%
Vad säger ingen om mötena?                     6    30      20%
Och vad mer sägs det om dem?                   3    30      10%
Summa                                         19   100      19%
Område 2 Tillgänglighet och brukarorientering
Vem svarar i telefonen?                       20    50      40%
Vem svarar inte alls?                         30    50      60%
Summa                                         50   100      50%
)"));
        Scores scores;
        (void)extract_score_tables(blocks, outline(blocks, testing::knowledge()), testing::knowledge(),
                                   scores.areas, scores.troubles, scores.evidence);
        REQUIRE(scores.areas.contains(1));
        REQUIRE(scores.areas.contains(2));
        CHECK(scores.areas[1].questions.size() == 3);
        CHECK(scores.areas[1].total.points == 19);
        CHECK(scores.areas[2].questions.size() == 2);
        CHECK(testing::shown(scores.areas[2].questions[1]) == "2.2 30/50 60% Vem svarar inte alls?");
        CHECK(scores.areas[2].total.points == 50);
    }

    TEST_CASE("the row of sums is known by its arithmetic, whatever it is called") {
        using testing::TypesetPage;
        const auto scores_below = [](std::string_view last) {
            TypesetPage page;
            page.text("Område 1 Offentlighet och demokrati", testing::kBold)
                .text("                                 Uppnått   Max  Procent\n"
                      "Vad säger alla om mötena?             10    40      25%\n"
                      "Vad säger ingen om mötena?             6    30      20%\n"
                      "Och vad mer sägs det om dem?           3    30      10%\n")
                .text(last);
            const auto blocks = testing::laid_out(testing::typeset({page}));
            Scores scores;
            (void)extract_score_tables(blocks, outline(blocks, testing::knowledge()), testing::knowledge(),
                                       scores.areas, scores.troubles, scores.evidence);
            return std::move(scores.areas[1]);
        };
        const auto summed = scores_below("Allt som allt                         19   100      19%\n");
        CHECK(summed.questions.size() == 3);
        CHECK(summed.total.points == 19);
        const auto asked = scores_below("Och vad säger vi själva?              19   100      19%\n");
        CHECK(asked.questions.size() == 4);
        const auto more = scores_below("En sista rad                          19    20      95%\n");
        CHECK(more.questions.size() == 4);
        CHECK_FALSE(more.total.points);
    }

    TEST_CASE("the area's title may stand anywhere in the head of its table") {
        const auto scores = scores_of("2\tTillgänglighet och brukarorientering Fråga\tUppnått\tMax\tProcent\n"
                                      "\tFinns en plan?\t10\t15\t65%\n\tAnvänds webben?\t8\t25\t33%\n"
                                      "\tSumma\t18\t40\t45%\n");
        REQUIRE(scores.areas.contains(2));
        CHECK(scores.areas.at(2).questions.size() == 2);
    }
}
