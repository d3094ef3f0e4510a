// Whole reports, from a document to a record.
#include "pipeline/understand.h"

#include "model/record_facts.h"
#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/transcript.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace kompass;

namespace {

constexpr const char* kReport = R"(
KommunKompassen

ANALYS AV

AVESTA KOMMUN

Anna Berg, SKL
 2 Avesta kommun i förhållande till Kommunkompassen

Utvärderingen av Avesta kommun genomfördes i maj år 2017 och var kommunens andra utvärdering.

Område 8 Kommunen som samhällsbyggare

Rubriker	Poäng
<ul><li>Strategier</li><li>Kultur</li></ul>	61

ALLMÄNT

Ett gott exempel är Falun.

Styrkor	Förbättringsmöjligheter
<ul><li>Levande kulturliv</li></ul>	<ul><li>Fler vänorter</li></ul>

4 Översikt av poängfördelning

8	Kommunen som samhällsbyggare	Uppnått	Max	Procent
8.1	Finns övergripande planer/strategier för samhällsbyggande?	12	15	78%
8.2	Samverkar kommunen med aktörer inom civilsamhället kring utveckling av lokalsamhället?	8	15	53%
8.3	Samverkar kommunen med kulturlivet?	10	15	67%
8.4	Vilken är kommunens roll i utveckling av näringslivet?	11	15	73%
8.5	Arbetar kommunen med internationella kontakter?	4	10	40%
8.6	Arbetar kommunen med miljöfrågor?	9	15	60%
8.7	Hur främjas social hållbarhet?	7	15	47%
		61	100	61%
)";

/// Short, and with a score table that its structure alone would tell.
constexpr const char* kNorwegian = R"(
Kommunekompasset

ANALYSE AV LILLEVIK KOMMUNE

2012
 Kommunekompasset viser hvordan en kommune styres og ledes. I Sverige heter det Kommunkompassen.
Kommunen har ikke en plan for innbyggerne, og vi vet ikke hva som skjer etter møtene, eller gjennom året.

1	Offentlighet og demokrati	Oppnådd	Maks	Prosent
1.1	Hvordan informeres innbyggerne?	30	60	50%
1.2	Hvordan fremmes dialog?	20	40	50%
		50	100	50%
)";

bool has_trouble(const Record& record, std::string_view code) {
    return std::any_of(record.troubles.begin(), record.troubles.end(),
                       [&](const Trouble& trouble) { return trouble.code == code; });
}

} // namespace

TEST_SUITE("pipeline") {
    TEST_CASE("a report is of a municipality with the name and code of its year") {
        const auto of = [](const std::string& name, const std::string& capitals, const std::string& year) {
            std::string text = kReport;
            for (const auto& [from, to] :
                 {std::pair<std::string, std::string>{"AVESTA", capitals}, {"Avesta", name}, {"2017", year}})
                for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
                    text.replace(at, from.size(), to);
            const auto record = testing::extracted(testing::transcript(text.c_str()));
            return record.municipality_code + " " + record.municipality;
        };
        CHECK(of("Heby", "HEBY", "2005") == "1917 Heby");
        CHECK(of("Heby", "HEBY", "2011") == "0331 Heby");
    }

    TEST_CASE("everything a small report states") {
        const auto record = testing::extracted(testing::transcript(kReport));
        CHECK(record.municipality_code == "2084");
        CHECK(record.year == 2017);
        CHECK(record.edition == "2016");
        CHECK(record.pages.size() == 2);
        REQUIRE(record.areas.size() == 1);
        const auto& area = record.areas[0];
        CHECK(area.number == 8);
        CHECK(area.title == "Kommunen som samhällsbyggare");
        CHECK(area.table_title == "Kommunen som samhällsbyggare");
        CHECK(area.box_points == 61);
        CHECK(area.box_headings == std::vector<std::string>{"Strategier", "Kultur"});
        CHECK(testing::shown(area.strengths) == "Levande kulturliv\n");
        CHECK(testing::shown(area.improvements) == "Fler vänorter\n");
        REQUIRE(area.role_models.size() == 1);
        CHECK(area.role_models[0].name == "Falun");
        CHECK(area.questions.size() == 7);
        CHECK(testing::shown(area.total) == "61/100 61%");
        CHECK_FALSE(record.findings_of_audit.empty());
        CHECK_FALSE(failed(record));
    }

    TEST_CASE("a web page's copy that has a page on a line") {
        const auto record = testing::extracted(testing::transcript(
            "KommunKompassen ANALYS AV AVESTA KOMMUN 2017 Anna Berg, SKL\n\n"
            "Område 8 Kommunen som samhällsbyggare Rubriker Strategier för bygden Kulturlivet Poäng 61 "
            "Allmänt "
            "Kommunen växer. Styrkor Förbättringsmöjligheter Levande kulturliv Fler vänorter\n\n"
            "4 Översikt av poängfördelning 8. Kommunen som samhällsbyggare Uppnått Max Procent 8.1 Finns "
            "övergripande planer/strategier för samhällsbyggande? 12 15 78% 8.2 Samverkar kommunen med "
            "aktörer "
            "inom civilsamhället kring utveckling av lokalsamhället? 8 15 53% 8.3 Samverkar kommunen med "
            "kulturlivet? 10 15 67% 8.4 Vilken är kommunens roll i utveckling av näringslivet? 11 15 73% 8.5 "
            "Arbetar kommunen med internationella kontakter? 4 10 40% 8.6 Arbetar kommunen med miljöfrågor? "
            "9 "
            "15 60% 8.7 Hur främjas social hållbarhet? 7 15 47% 61 100 61%\n"));
        REQUIRE(record.areas.size() == 1);
        const auto& area = record.areas[0];
        CHECK(area.title == "Kommunen som samhällsbyggare");
        CHECK(area.box_points == 61);
        CHECK(area.box_headings == std::vector<std::string>{"Strategier för bygden", "Kulturlivet"});
        REQUIRE(area.questions.size() == 7);
        CHECK(area.questions[1].text ==
              "Samverkar kommunen med aktörer inom civilsamhället kring utveckling av lokalsamhället?");
        CHECK(testing::shown(area.total) == "61/100 61%");
        CHECK(testing::shown(area.strengths) == "Levande kulturliv\n");
        CHECK(testing::shown(area.improvements) == "Fler vänorter\n");
        // Where a finding ends was guessed.
        CHECK(area.doubtful == std::vector<std::string>{"strengths", "improvements"});
    }

    TEST_CASE("what is missing is said, not invented") {
        const auto record = testing::extracted(testing::transcript(kReport));
        REQUIRE(record.account);
        const auto& parts = record.account->parts;
        CHECK(std::count_if(parts.begin(), parts.end(), [](const Part& part) {
                  return part.kind == PartKind::title && part.state == PartState::missing;
              }) == 7);
        CHECK(has_trouble(record, "not-whole"));
        CHECK(record.history.empty());
        CHECK(record.key_facts.empty());
        CHECK_FALSE(record.interviewees);
        CHECK_FALSE(record.document_date);
    }

    TEST_CASE("a history that lacks a figure is said to") {
        const std::string history = "Poäng i Kommunkompassen\t2013\t2017\n"
                                    "1. Offentlighet och demokrati\t43\t48\n"
                                    "2. Tillgänglighet och brukarorientering\t38\t42\n"
                                    "3. Politisk styrning och kontroll\t64\t72\n"
                                    "4. Ledarskap, ansvar och delegation\t54\t60\n"
                                    "Totalt\t199\t222\n\n";
        const auto record = testing::extracted(testing::transcript(history + kReport));
        REQUIRE(record.history.size() == 2);
        REQUIRE(record.account);
        const auto& parts = record.account->parts;
        const auto part = std::find_if(parts.begin(), parts.end(),
                                       [](const Part& each) { return each.kind == PartKind::history; });
        REQUIRE(part != parts.end());
        CHECK(part->state == PartState::damaged);
        CHECK(part->why == "a figure of 2013 is missing");
    }

    TEST_CASE("a text that is no report, and a report whose tables are not understood, fail") {
        const auto other = testing::extracted(testing::transcript("En saga om en kommun.\n"));
        CHECK(failed(other));
        CHECK(has_trouble(other, "not-a-report"));
        const auto unread =
            testing::extracted(testing::transcript("KommunKompassen\n\nAVESTA KOMMUN\n\nText.\n"));
        CHECK(failed(unread));
        CHECK(has_trouble(unread, "no-score-tables"));
        CHECK(failed(testing::extracted(Document{})));
    }

    TEST_CASE("a document that could not be read keeps its trouble and gets no other") {
        Document document;
        document.troubles.push_back(
            {Severity::error, "empty-file", "the file is empty", "x.pdf", std::nullopt, ""});
        const auto record = testing::extracted(document);
        CHECK(failed(record));
        CHECK(record.troubles == document.troubles);
    }

    TEST_CASE(
        "a title of a later edition beside questions of an earlier one leaves the edition in doubt or told") {
        auto text = std::string(kReport);
        text.replace(text.find("2017"), 4, "2021");
        const auto record = testing::extracted(testing::transcript(text));
        CHECK(record.edition == "2016"); // by the questions, not by the year
    }

    TEST_CASE("a report of a sister instrument is refused by name, be it of lines or of words") {
        auto document = testing::transcript(kNorwegian);
        const auto of_lines = testing::understood(document);
        CHECK(has_trouble(of_lines.record, "other-instrument"));
        CHECK(of_lines.record.areas.empty());
        CHECK(of_lines.mended.repairs.empty());

        for (auto& page : document.pages) {
            for (const auto& line : page.lines)
                page.words.push_back({.text = line, .box = {72, 72, 500, 84}});
            page.lines.clear();
        }
        CHECK(has_trouble(testing::understood(document).record, "other-instrument"));

        std::string swedish = kReport;
        swedish.insert(swedish.find("Anna Berg"), "Kommunekompasset i Norge er ikke det samme.\n\n");
        const auto taken = testing::understood(testing::transcript(swedish)).record;
        CHECK_FALSE(failed(taken));
        CHECK(taken.edition == "2016");
    }
}
