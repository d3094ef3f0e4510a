// Lines given back to text that a web page's copy left without them.
#include "layout/transcript/lost_lines.h"

#include "pipeline/report_hints.h"
#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

namespace {

using Lines = std::vector<std::string>;

/// The lines of pages that are a line each.
Lines given_back(const Lines& pages) {
    std::vector<SourceLine> lines;
    for (const auto& page : pages)
        lines.push_back({page, {static_cast<int>(lines.size()) + 1, std::nullopt}, false});
    Lines given;
    for (const auto& line :
         layout::with_lines_given_back(lines, pipeline::hints_from(testing::knowledge().rules)))
        given.push_back((line.guessed ? "? " : "") + line.text);
    return given;
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("rows end with their figures and begin with their numbers") {
        CHECK(given_back({"Tabellerna nedan. 1. Offentlighet och demokrati Uppnått Max Procent 1.1 Hur vet "
                          "invånarna vad som sker? 8 15 53 1.2 Hur redovisas läget år 2017? 21 35 60% 1.3 "
                          "Hur förs dialogen? 25 50 50 54 100 54 2 Tillgänglighet Uppnått Max Procent 2.1 "
                          "Hur nås kommunen? 5 15 33 %"}) ==
              Lines{"Tabellerna nedan.", "1. Offentlighet och demokrati Uppnått Max Procent",
                    "1.1 Hur vet invånarna vad som sker? 8 15 53",
                    "1.2 Hur redovisas läget år 2017? 21 35 60%", "1.3 Hur förs dialogen? 25 50 50",
                    "54 100 54", "2 Tillgänglighet Uppnått Max Procent", "2.1 Hur nås kommunen? 5 15 33%"});
    }

    TEST_CASE("a row that a page's end cuts goes on there") {
        CHECK(
            given_back({"3.1 Hur styrs verksamheten? 7 15 47 3.2 Hur följs den", "upp i år? 5 10 50 3.3 Hur "
                                                                                 "redovisas det? 2 5 40"}) ==
            Lines{"3.1 Hur styrs verksamheten? 7 15 47", "3.2 Hur följs den", "upp i år? 5 10 50",
                  "3.3 Hur redovisas det? 2 5 40"});
    }

    TEST_CASE("a number in running text begins no row") {
        CHECK(
            given_back({"Nu gäller version 2.1 Den bygger på 2.0 från 2010 och 18 andra, se avsnitt 4.2 "
                        "Ledarskap i rapporten."}) ==
            Lines{
                "Nu gäller version 2.1 Den bygger på 2.0 från 2010 och 18 andra, se avsnitt 4.2 Ledarskap i "
                "rapporten."});
    }

    TEST_CASE("a points box, its headings and the prose under them") {
        CHECK(
            given_back({"Område 4 Ledarskap, ansvar och delegation Rubriker Strategi för ledarskap Ansvar i "
                        "linjen Stöd till nya chefer Poäng 43 Allmänt Chefer leder. Ansvar i linjen Den "
                        "är tydlig."}) == Lines{"Område 4 Ledarskap, ansvar och delegation", "Rubriker",
                                                "Poäng", "? Strategi för ledarskap", "? Ansvar i linjen",
                                                "? Stöd till nya chefer", "43", "Allmänt", "Chefer leder.",
                                                "Ansvar i linjen", "Den är tydlig."});
    }

    TEST_CASE("a points box that a page's end cuts below its heads") {
        CHECK(
            given_back({"Det är gott. Rubriker Poäng", "Ansvar i linjen Stöd till chefer 55 Allmänt Mer."}) ==
            Lines{"Det är gott.", "Rubriker", "Poäng", "? Ansvar i linjen", "? Stöd till chefer", "55",
                  "Allmänt", "Mer."});
    }

    TEST_CASE("findings begin with their capitals, which is a guess") {
        CHECK(given_back({"Det är gott. Styrkor Förbättringsområden Tydlig plan Nära samverkan i Norrköping "
                          "Fler mål, och bättre Område 2 Tillgänglighet och brukarorientering Allmänt Här "
                          "följer mer."}) ==
              Lines{"Det är gott.", "Styrkor", "Förbättringsområden", "? • Tydlig plan",
                    "? • Nära samverkan i Norrköping", "? • Fler mål, och bättre",
                    "Område 2 Tillgänglighet och brukarorientering", "Allmänt", "Här följer mer."});
    }

    TEST_CASE("a list goes on after a page's end") {
        CHECK(given_back({"Det är gott. Styrkor Förbättringsområden Tydlig plan", "Mer stöd Fler mål"}) ==
              Lines{"Det är gott.", "Styrkor", "Förbättringsområden", "? • Tydlig plan", "? • Mer stöd",
                    "? • Fler mål"});
    }

    TEST_CASE("a section's number begins a head wherever it stands") {
        CHECK(given_back({"4.1 Offentlighet och demokrati 4.1.1 Allmänt Fler möten 4.1.4 Kommentar Här sägs "
                          "mer. 4.1.5 Inspiration Se Sala."}) ==
              Lines{"4.1 Offentlighet och demokrati", "4.1.1 Allmänt", "Fler möten", "4.1.4 Kommentar",
                    "Här sägs mer.", "4.1.5 Inspiration", "Se Sala."});
    }

    TEST_CASE("the heads and feet of pages are none of their text") {
        CHECK(given_back({"Förbundet 2 (20) Här är en sida. Sida 2",
                          "Förbundet 3 (20) 1.3 Hur förs dialogen? 2 5 40 Sida 3",
                          "Förbundet 4 (20) Där är en till. Sida 4"}) ==
              Lines{"Här är en sida.", "1.3 Hur förs dialogen? 2 5 40", "Där är en till."});
    }

    TEST_CASE("a foot that the rules know, on one page alone") {
        CHECK(given_back({"Här är en sida. Sida 2", "Där är en till."}) ==
              Lines{"Här är en sida.", "Där är en till."});
    }

    TEST_CASE("words that head a list head none within a sentence") {
        CHECK(given_back({"Vi ser Styrkor i mycket, och Styrkor är flera."}) ==
              Lines{"Vi ser Styrkor i mycket, och Styrkor är flera."});
    }
}
