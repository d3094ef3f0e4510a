#include "rules/edition.h"

#include "rules/knowledge.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace kompass::rules;
namespace fs = std::filesystem;

namespace {

const Editions& all() {
    static const Editions loaded = Editions::load(fs::path(KOMPASS_SOURCE_DIR) / "rules" / "editions");
    return loaded;
}

const Edition& edition(const std::string& id) {
    for (const Edition& one : all().all())
        if (one.id == id) return one;
    throw std::runtime_error("no edition " + id);
}

/// The evidence a perfect report of an edition gives.
EditionEvidence evidence_of(const Edition& edition, std::optional<int> year) {
    EditionEvidence evidence;
    for (const AreaDefinition& area : edition.areas) {
        evidence.titles.push_back({area.number, area.title});
        for (const QuestionDefinition& question : area.questions)
            evidence.questions.push_back({question.number, question.wordings.back()});
    }
    evidence.year = year;
    return evidence;
}

} // namespace

TEST_SUITE("rules") {
    TEST_CASE("the editions hold what is known of them") {
        CHECK(edition("2010").areas.size() == 8);
        CHECK(edition("2010").areas[1].questions.size() == 6);
        CHECK(edition("2010").areas[7].questions.size() == 6);
        CHECK(edition("2016").areas[1].questions.size() == 5);
        CHECK(edition("2016").areas[7].questions.size() == 7);
        CHECK(edition("2020").areas.size() == 8);
        CHECK(edition("2002").areas.size() == 8);
    }

    TEST_CASE("known maxima sum to a hundred in every area") {
        for (const char* id : {"2010", "2016"}) {
            for (const AreaDefinition& area : edition(id).areas) {
                int sum = 0;
                for (const QuestionDefinition& question : area.questions)
                    sum += question.max.value_or(0);
                CHECK_MESSAGE(sum == 100, id << " area " << area.number);
            }
        }
    }

    TEST_CASE("an edition is known by its own questions and titles") {
        for (const auto& [id, year] : std::initializer_list<std::pair<const char*, int>>{
                 {"2002", 2006}, {"2010", 2014}, {"2016", 2017}, {"2020", 2021}}) {
            const EditionGuess guess = all().infer(evidence_of(edition(id), year));
            CHECK(guess.id == id);
            CHECK_MESSAGE(guess.certain, guess.why);
            const EditionGuess yearless = all().infer(evidence_of(edition(id), std::nullopt));
            CHECK(yearless.id == id);
            CHECK(yearless.certain);
        }
    }

    TEST_CASE("questions outweigh an area's old name") {
        EditionEvidence evidence = evidence_of(edition("2016"), 2017);
        evidence.titles[6].title = "Verksamhetsutveckling";
        const EditionGuess guess = all().infer(evidence);
        CHECK(guess.id == "2016");
        CHECK(guess.certain);
    }

    TEST_CASE("questions outweigh the year, and the contradiction is told") {
        const EditionGuess guess = all().infer(evidence_of(edition("2016"), 2012));
        CHECK(guess.id == "2016");
        CHECK_FALSE(guess.certain);
        CHECK(guess.why.find("2012") != std::string::npos);
        CHECK(all().infer(evidence_of(edition("2010"), 2016)).certain); // the first year after a revision
    }

    TEST_CASE("titles that both editions have leave it to the year") {
        EditionEvidence evidence;
        evidence.titles = {{1, "Offentlighet och demokrati"}, {3, "Politisk styrning och kontroll"}};
        evidence.year = 2018;
        CHECK(all().infer(evidence).id == "2016");
        CHECK_FALSE(all().infer(evidence).certain);
        evidence.year = 2011;
        CHECK(all().infer(evidence).id == "2010");
    }

    TEST_CASE("without evidence there is at most the year, and it is not certain") {
        CHECK(all().infer({}).id.empty());
        CHECK_FALSE(all().infer({}).certain);
        CHECK(all().infer({.questions = {}, .titles = {}, .year = 2014}).id == "2010");
        CHECK_FALSE(all().infer({.questions = {}, .titles = {}, .year = 2014}).certain);
        CHECK(all().infer({.questions = {}, .titles = {}, .year = 2005}).id == "2002");
    }

    TEST_CASE("an early report that fits nothing is of the first edition") {
        const EditionEvidence evidence{
            .questions = {{"1.1", "Lyssnar nämnderna på byalagen?"}, {"1.2", "Är dörren öppen?"}},
            .titles = {{1, "Medborgaren först"}},
            .year = 2006};
        const EditionGuess guess = all().infer(evidence);
        CHECK(guess.id == "2002");
        CHECK_FALSE(guess.certain);
    }

    TEST_CASE("an edition is known through damage") {
        EditionEvidence evidence;
        evidence.questions = {{"7.1", "Finns en strategi for stindiga forbattringar?"},
                              {"7.5", "Arbetar kommunen med kreativitet och forbétt-ringar?"},
                              {"8.7", "Hur framjas social hallbarhet?"}};
        CHECK(all().infer(evidence).id == "2016");
    }

    TEST_CASE("areas are found by title") {
        CHECK(all().area_of_title("Tillganglighet och brukarorientering") == 2);
        CHECK(all().area_of_title("Tillginglighet och brukaroriente-") == 2);
        CHECK(all().area_of_title("Kommunen som arbetsgivare – Personalpolitik") == 6);
        CHECK(all().area_of_title("Kommun som samhallsbyggare") == 8);
        CHECK(all().area_of_title("Verksamhetsutveckling") == 7);
        CHECK(all().area_of_title("Effektivitet") == 4);
        CHECK(all().area_of_title("Resultat och effektivitet") == 5);
        CHECK(all().area_of_title("STYRNING OCH KONTROLL") == 3);
        CHECK(all().area_of_title("Sammanfattning") == 0);
        CHECK(all().area_of_title("") == 0);
    }

    TEST_CASE("a wrong edition is refused with file and line") {
        const fs::path folder = fs::temp_directory_path() / ("kompass-editions-" + std::to_string(getpid()));
        const auto complaint = [&](const std::string& text) {
            fs::create_directories(folder);
            std::ofstream(folder / "bad.toml") << text;
            std::string message = "(none)";
            try {
                (void)Editions::load(folder);
            } catch (const RulesError& error) {
                message = error.what();
            }
            fs::remove_all(folder);
            return message;
        };
        const std::string head = "id = \"x\"\nfirst_year = 2000\n";
        CHECK(complaint("first_year = 2000\n").find("\"id\" is missing") != std::string::npos);
        CHECK(complaint(head + "last_year = 1999\n").starts_with("bad.toml:3:"));
        CHECK(complaint(head + "[[area]]\nnumber = 9\ntitle = \"t\"\n").starts_with("bad.toml:3:"));
        CHECK(complaint(head + "[[area]]\nnumber = 1\ntitle = \"t\"\n[[area.question]]\nnumber = "
                               "\"2.1\"\nwordings = [\"w\"]\n")
                  .find("question 2.1 stands in area 1") != std::string::npos);
        CHECK(complaint(head) == "(none)");
    }

    TEST_CASE("titles that two editions share do not tell them apart") {
        // Titles that both editions have, and questions of each.
        auto evidence = evidence_of(edition("2016"), std::nullopt);
        CHECK(all().infer(evidence).certain);
        EditionEvidence shared;
        for (const AreaDefinition& area : edition("2016").areas)
            for (const AreaDefinition& old : edition("2010").areas)
                if (area.number == old.number && area.title == old.title)
                    shared.titles.push_back({area.number, area.title});
        REQUIRE_FALSE(shared.titles.empty());
        CHECK_FALSE(all().infer(shared).certain); // no lead, no year
    }
}
