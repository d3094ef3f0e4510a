// Reports that print scores by a former edition beside their own, in many forms: each is right, or told.
#include "audit/audit.h"
#include "model/instrument.h"
#include "model/record_facts.h"
#include "tests/support/real_rules.h"
#include "tests/support/transcript.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace kompass;

struct Row {
    std::string text;
    Decimal points;
    int max = 0;
};

struct Printed {
    std::string title;
    std::vector<Row> rows;

    [[nodiscard]] Decimal total() const {
        Decimal sum;
        for (const auto& row : rows)
            sum += row.points;
        return sum;
    }
};

using Scores = std::vector<Printed>;

std::string figure(Decimal points) {
    auto text = points.text();
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

int percent(Decimal points, int max) {
    return static_cast<int>(std::lround(100 * points.real() / max));
}

/// The questions of 2010, as rules/editions has them.
Scores own_scores() {
    Scores scores;
    for (const auto& area : testing::knowledge().editions.with_id("2010")->areas) {
        Printed printed{area.title, {}};
        int place = 0;
        for (const auto& question : area.questions)
            printed.rows.push_back(
                {question.wordings.front(), *question.max - 2 - (area.number + ++place) % 4, *question.max});
        scores.push_back(std::move(printed));
    }
    return scores;
}

/// Questions of 2002, invented, in halves.
Scores former_scores() {
    Scores scores;
    for (const auto& area : testing::knowledge().editions.with_id("2002")->areas) {
        Printed printed{area.title, {}};
        for (int place = 1; place <= 4; ++place)
            printed.rows.push_back({fmt::format("Hur hanteras fråga {} inom {}?", place, area.title),
                                    Decimal::from_tenths(5 * (20 + 2 * area.number + 3 * place)), 25});
        scores.push_back(std::move(printed));
    }
    return scores;
}

std::string table(const Printed& area, std::size_t number) {
    std::string text = fmt::format("{}.\t{}\tUppnått\tMax\tProcent\n", number, area.title);
    int place = 0;
    int maxima = 0;
    for (const auto& row : area.rows) {
        maxima += row.max;
        text += fmt::format("{}.{}\t{}\t{}\t{}\t{}%\n", number, ++place, row.text, figure(row.points),
                            row.max, percent(row.points, row.max));
    }
    return text +
           fmt::format("\t\t{}\t{}\t{}%\n\n", figure(area.total()), maxima, percent(area.total(), maxima));
}

std::string tables(const Scores& scores) {
    std::string text;
    for (std::size_t i = 0; i < scores.size(); ++i)
        text += table(scores[i], i + 1);
    return text;
}

Decimal sum_of(const Scores& scores) {
    Decimal sum;
    for (const auto& area : scores)
        sum += area.total();
    return sum;
}

/// One row an area and one of all; `cells` gives those behind the title.
std::string summary(const std::string& head, const Scores& titles, const std::string& gap,
                    const std::function<std::string(std::size_t)>& cells, const std::string& totals) {
    std::string text = head + "\n";
    for (std::size_t i = 0; i < titles.size(); ++i)
        text += fmt::format("{}. {}{}{}\n", i + 1, titles[i].title, gap, cells(i));
    return text + "Totalt" + gap + totals + "\n\n";
}

/// Cover, texts on the areas, own score tables; what stands before and behind those.
std::string report(const std::string& before, const std::string& behind,
                   const std::string& own = tables(own_scores()), const Scores& texts = own_scores()) {
    std::string text =
        "KommunKompassen\n\nANALYS AV\n\nALINGSÅS KOMMUN\n\n2010\n\n"
        "1 Vad är Kommunkompassen?\n\nMed Kommunkompassen bedöms hur en kommun styrs och leds.\n\n"
        "2 Alingsås kommun i förhållande till Kommunkompassen\n\nUtvärderingen av Alingsås kommun "
        "genomfördes i oktober 2010.\n\n" +
        before + "3 Detaljerad genomgång i förhållande till Kommunkompassens åtta områden\n\n";
    int number = 0;
    for (const auto& area : texts)
        text += fmt::format(
            "Område {} {}\n\nAllmänt\n\nHär beskrivs vad området handlar om och hur kommunen arbetar "
            "med det i dag.\n\nStyrkor\tFörbättringsmöjligheter\n<ul> • Tydliga mål för arbetet "
            "\t<ul> • Följ upp arbetet oftare \n\n",
            ++number, area.title);
    return text + "4. Översikt av poängfördelning\n\nHär följer kommunens poäng fråga för fråga.\n\n" + own +
           behind;
}

Record read(const std::string& text) {
    return testing::extracted(testing::transcript(text));
}

/// The report's own scores are what it prints, and nothing of the other's.
void check_own(const Record& record) {
    const auto own = own_scores();
    CHECK(record.edition == "2010");
    REQUIRE(record.areas.size() == own.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        const auto& area = record.areas[i];
        CAPTURE(area.number);
        CHECK(area.title == own[i].title);
        CHECK(area.total.points == own[i].total());
        CHECK(area.total.doubtful.empty());
        REQUIRE(area.questions.size() == own[i].rows.size());
        for (std::size_t q = 0; q < own[i].rows.size(); ++q) {
            CHECK(area.questions[q].text == own[i].rows[q].text);
            CHECK(area.questions[q].score.points == own[i].rows[q].points);
            CHECK(area.questions[q].score.doubtful.empty());
        }
    }
}

/// The other's totals are the former model's; `with_questions`: and its questions.
void check_other(const Record& record, bool with_questions) {
    REQUIRE(record.scorings.size() == 1);
    const auto& scoring = record.scorings.front();
    const auto former = former_scores();
    CHECK(scoring.edition == "2002");
    CHECK(scoring.doubtful.empty());
    REQUIRE(scoring.areas.size() == former.size());
    for (std::size_t i = 0; i < former.size(); ++i) {
        const auto& area = scoring.areas[i];
        CAPTURE(area.number);
        CHECK(area.total.points == former[i].total());
        CHECK(area.total.doubtful.empty());
        REQUIRE(area.questions.size() == (with_questions ? former[i].rows.size() : 0));
        for (std::size_t q = 0; q < area.questions.size(); ++q) {
            CHECK(area.questions[q].text == former[i].rows[q].text);
            CHECK(area.questions[q].score.points == former[i].rows[q].points);
            CHECK(area.questions[q].score.max == Decimal(former[i].rows[q].max));
        }
    }
    CHECK(inconsistencies(record).empty());
    REQUIRE(record.account);
    CHECK(is_whole(*record.account));
}

std::string pairs(std::size_t i, const std::string& gap) {
    return figure(own_scores()[i].total()) + gap + figure(former_scores()[i].total());
}

} // namespace

TEST_SUITE("extractors") {

    TEST_CASE("a report with one scoring has no other") {
        const auto record = read(report("", ""));
        check_own(record);
        CHECK(record.scorings.empty());
        CHECK(is_whole(*record.account));
    }

    TEST_CASE("a second set of score tables in a chapter that names the former model") {
        const auto total = fmt::format("Totalt\t{}\t800\t{}%\n", figure(sum_of(former_scores())),
                                       percent(sum_of(former_scores()), 800));
        for (const char* head :
             {"5. Poängsammanställning enligt tidigare modell",
              "5 Resultat enligt den gamla versionen av Kommunkompassen",
              "Bilaga 1: Poäng enligt 2002 års modell", "Poäng enligt tidigare poängsättning"}) {
            CAPTURE(head);
            const auto record =
                read(report("", fmt::format("{}\n\n{}{}", head, tables(former_scores()), total)));
            check_own(record);
            check_other(record, true);
            CHECK(record.scorings.front().label == head);
            CHECK(record.scorings.front().total.points == sum_of(former_scores()));
            CHECK(record.scorings.front().total.max == Decimal(points_of_all_areas));
        }
    }

    TEST_CASE("the former model's chapter may stand before the report's own") {
        const auto record = read(report("Poäng enligt tidigare modell\n\n" + tables(former_scores()), ""));
        check_own(record);
        check_other(record, true);
    }

    TEST_CASE("tables that nothing marks are told apart by their titles and questions") {
        SUBCASE("one set behind the other") {
            const auto record = read(report("", "5. Poängsammanställning\n\n" + tables(former_scores())));
            check_own(record);
            check_other(record, true);
        }
        SUBCASE("pair by pair") {
            std::string both;
            for (std::size_t i = 0; i < area_count; ++i)
                both += table(own_scores()[i], i + 1) + table(former_scores()[i], i + 1);
            const auto record = read(report("", "", both));
            check_own(record);
            check_other(record, true);
        }
    }

    TEST_CASE("pairs of tables under captions that name the models") {
        std::string both;
        for (std::size_t i = 0; i < area_count; ++i)
            both += "Poäng enligt ny modell\n\n" + table(own_scores()[i], i + 1) +
                    "Poäng enligt tidigare modell\n\n" + table(former_scores()[i], i + 1);
        const auto record = read(report("", "", both));
        check_own(record);
        check_other(record, true);
    }

    TEST_CASE("a table of the areas with a column for each model") {
        const auto totals = figure(sum_of(own_scores())) + "\t" + figure(sum_of(former_scores()));
        for (const char* head : {"Område\tNy modell\tTidigare modell", "Område\tNy\tGammal",
                                 "Område\tNya Kommunkompassen\tGamla Kommunkompassen",
                                 "Område\t2010 års modell\t2002 års modell", "\tPoäng ny\tPoäng gammal"}) {
            CAPTURE(head);
            const auto record = read(report(
                "", "5. Jämförelse mellan ny och gammal modell\n\n" +
                        summary(
                            head, own_scores(), "\t", [](std::size_t i) { return pairs(i, "\t"); }, totals)));
            check_own(record);
            check_other(record, false);
            CHECK(record.scorings.front().total.points == sum_of(former_scores()));
        }
    }

    TEST_CASE("the same as lines, and the other way round") {
        auto text = summary(
            "Område Ny modell Gammal modell", own_scores(), " ", [](std::size_t i) { return pairs(i, " "); },
            figure(sum_of(own_scores())) + " " + figure(sum_of(former_scores())));
        SUBCASE("the report's own first") {}
        SUBCASE("the former first") {
            text = summary(
                "Område Gammal modell Ny modell", own_scores(), " ",
                [](std::size_t i) {
                    return figure(former_scores()[i].total()) + " " + figure(own_scores()[i].total());
                },
                figure(sum_of(former_scores())) + " " + figure(sum_of(own_scores())));
        }
        const auto record = read(report("", "5. Jämförelse mellan ny och gammal modell\n\n" + text));
        check_own(record);
        check_other(record, false);
    }

    TEST_CASE("a table of the areas under a heading that names the former model") {
        const auto record =
            read(report("", "5. Resultat enligt den tidigare versionen av Kommunkompassen\n\n" +
                                summary(
                                    "Område Poäng", former_scores(), " ",
                                    [](std::size_t i) { return figure(former_scores()[i].total()); },
                                    figure(sum_of(former_scores())))));
        check_own(record);
        check_other(record, false);
        CHECK(record.scorings.front().areas.front().title == former_scores().front().title);
    }

    TEST_CASE("the texts on the areas tell which scores are the report's own") {
        std::string head = "5. Poäng enligt den nya modellen";
        SUBCASE("the later model is marked as the other") {}
        SUBCASE("nothing is marked") {
            head = "5. Poäng";
        }
        const auto record =
            read(report("", head + "\n\n" + tables(own_scores()), tables(former_scores()), former_scores()));
        CHECK(record.edition == "2002");
        REQUIRE(record.areas.size() == area_count);
        REQUIRE(record.scorings.size() == 1);
        CHECK(record.scorings.front().edition == "2010");
        for (std::size_t i = 0; i < area_count; ++i) {
            CHECK(record.areas[i].total.points == former_scores()[i].total());
            CHECK(record.scorings.front().areas.at(i).total.points == own_scores()[i].total());
        }
    }

    TEST_CASE("a report that calls its only scores the former model's has no other") {
        auto text = report("", "", tables(former_scores()), former_scores());
        const std::string head = "4. Översikt av poängfördelning";
        text.replace(text.find(head), head.size(), "4. Poängsammanställning enligt den tidigare modellen");
        const auto record = read(text);
        CHECK(record.edition == "2002");
        REQUIRE(record.areas.size() == area_count);
        CHECK(record.areas.front().total.points == former_scores().front().total());
        CHECK(record.scorings.empty());
    }

    TEST_CASE("tables of both models side by side") {
        std::string text = "Område (ny modell)\tPoäng\tOmråde (tidigare modell)\tPoäng\n";
        for (std::size_t i = 0; i < area_count; ++i)
            text += fmt::format("{0}. {1}\t{2}\t{0}. {3}\t{4}\n", i + 1, own_scores()[i].title,
                                figure(own_scores()[i].total()), former_scores()[i].title,
                                figure(former_scores()[i].total()));
        const auto record = read(report("", "5. Jämförelse\n\n" + text));
        check_own(record);
        check_other(record, false);
    }

    TEST_CASE("a table of earlier evaluations that has the year by both models") {
        const auto history = [](const std::string& head) {
            return summary(
                "Poäng i Kommunkompassen\t2006\t" + head, own_scores(), "\t",
                [](std::size_t i) {
                    return fmt::format("{}\t{}\t{}", figure(former_scores()[i].total() - 2),
                                       figure(former_scores()[i].total()), figure(own_scores()[i].total()));
                },
                fmt::format("{}\t{}\t{}", figure(sum_of(former_scores()) - 16),
                            figure(sum_of(former_scores())), figure(sum_of(own_scores()))));
        };
        SUBCASE("and says which is which") {
            const auto record = read(report(history("2010 (tidigare modell)\t2010 (ny modell)"), ""));
            check_own(record);
            check_other(record, false);
            REQUIRE(record.history.size() == 2);
            CHECK(record.history[0].year == 2006);
            CHECK(record.history[1].total == sum_of(own_scores()));
        }
        SUBCASE("and does not: then a person should look") {
            const auto record = read(report(history("2010\t2010"), ""));
            check_own(record);
            REQUIRE(record.scorings.size() == 1);
            CHECK(record.scorings.front().doubtful == std::vector<std::string>{"edition"});
            for (const auto& area : record.scorings.front().areas)
                CHECK(area.total.doubtful == std::vector<std::string>{"points"});
            CHECK(record.history.size() == 2);
        }
    }

    TEST_CASE("where no column holds the report's own points, the other is doubtful") {
        const auto off = [](std::size_t i) {
            return figure(own_scores()[i].total() - 3) + "\t" + figure(former_scores()[i].total());
        };
        const auto record = read(report(
            "", "5. Jämförelse mellan ny och gammal modell\n\n" +
                    summary("Område\tNy modell\tTidigare modell", own_scores(), "\t", off, "400\t400")));
        check_own(record);
        REQUIRE(record.scorings.size() == 1);
        for (const auto& area : record.scorings.front().areas)
            CHECK(area.total.doubtful == std::vector<std::string>{"points"});
    }

    TEST_CASE("heads over the wrong columns do not make the report's own points another's") {
        const auto swapped = [](std::size_t i) {
            return figure(former_scores()[i].total()) + "\t" + figure(own_scores()[i].total());
        };
        const auto record = read(
            report("", "5. Jämförelse mellan ny och gammal modell\n\n" +
                           summary("Område\tNy modell\tTidigare modell", own_scores(), "\t", swapped,
                                   figure(sum_of(former_scores())) + "\t" + figure(sum_of(own_scores())))));
        check_own(record);
        REQUIRE(record.scorings.size() == 1);
        CHECK(record.scorings.front().areas.front().total.points == former_scores().front().total());
        CHECK(record.scorings.front().doubtful == std::vector<std::string>{"edition"});
    }

    TEST_CASE("the second set is held to its own arithmetic, to the half") {
        const auto behind = [](Decimal total) {
            return "5. Poäng enligt tidigare modell\n\n" + tables(former_scores()) +
                   fmt::format("\tTotalt\t{}\t800\t{}%\n", figure(total), percent(total, 800));
        };
        const auto half = Decimal::from_tenths(5);
        const auto found = inconsistencies(read(report("", behind(sum_of(former_scores()) + half))));
        REQUIRE(found.size() == 1);
        CHECK(name_of(found.front().cell) == "scoring 2 total points");
        CHECK(found.front().expected == sum_of(former_scores()).text());
        CHECK(inconsistencies(read(report("", behind(sum_of(former_scores()))))).empty());
    }

    TEST_CASE("what is lacking of the second set is told") {
        SUBCASE("a table") {
            auto former = former_scores();
            std::string some;
            for (std::size_t i = 0; i < area_count; ++i)
                if (i != 4) some += table(former[i], i + 1);
            const auto record = read(report("", "5. Poäng enligt tidigare modell\n\n" + some));
            check_own(record);
            CHECK(summary(*record.account).ends_with(": no score table of scoring 2 in area 5"));
        }
        SUBCASE("all of it, that a sentence speaks of") {
            const auto record = read(
                report("I en bilaga redovisas kommunens poäng även enligt den tidigare modellen.\n\n", ""));
            check_own(record);
            CHECK(summary(*record.account).ends_with(": no score table of scoring 2"));
        }
        SUBCASE("figures that are no table") {
            std::string text = "Poäng enligt tidigare modell\n\n";
            for (const auto& area : former_scores())
                text += area.title + " fick " + figure(area.total()) + " poäng. ";
            const auto record = read(report("", text + "\n"));
            check_own(record);
            CHECK(record.scorings.empty());
            CHECK_FALSE(is_whole(*record.account));
        }
    }

    TEST_CASE("earlier evaluations and means are no other scoring") {
        const auto history = summary(
            "Poäng i Kommunkompassen\t2006\t2010", own_scores(), "\t",
            [](std::size_t i) {
                return figure(own_scores()[i].total() - 4) + "\t" + figure(own_scores()[i].total());
            },
            figure(sum_of(own_scores()) - 32) + "\t" + figure(sum_of(own_scores())));
        const auto mean = summary(
            "Område\tKommunen\tMedelvärde", own_scores(), "\t",
            [](std::size_t i) { return figure(own_scores()[i].total()) + "\t44"; },
            figure(sum_of(own_scores())) + "\t352");
        for (const auto& before :
             {history, mean,
              std::string("Kommunen har lämnat sin tidigare modell för budget och resurser.\n\n")}) {
            CAPTURE(before);
            const auto record = read(report(before, ""));
            check_own(record);
            CHECK(record.scorings.empty());
        }
    }
}
