// Of which instrument a report is: its language and its name tell.
#include "rules/instrument.h"

#include "rules/edition.h"
#include "rules/rules_error.h"
#include "tests/archive/samples.h"
#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace kompass;
using namespace kompass::rules;

namespace {

namespace fs = std::filesystem;

const Instruments& instruments() {
    return testing::knowledge().instruments;
}

std::string of_report(const std::string& text) {
    const auto* instrument = instruments().of_report(text);
    return instrument == nullptr ? "none" : instrument->id;
}

const std::string swedish =
    "Kommunen har en plan för dialog med invånarna, och den följs upp varje år. Det är inte klart hur "
    "förslagen från medborgarna tas om hand, men ledningen arbetar med frågor om tillit och öppenhet. ";
const std::string norwegian =
    "Kommunen har en plan for dialog med innbyggerne, og den følges opp hvert år. Det er ikke klart hvordan "
    "forslagene fra innbyggerne tas hånd om, men ledelsen arbeider med spørsmål om tillit gjennom året. ";
const std::string danish =
    "Kommunen har en plan for dialog med borgerne, og den følges op hvert år. Det er ikke klart, hvordan "
    "forslagene fra borgerne behandles, men ledelsen arbejder med spørgsmål om tillid gennem året. ";

const std::string valid = R"(id = "x"
name = "X"
language = "Norwegian"
country = "no"
municipalities = "x.csv"
signs = ['''x''']
words = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"]
texts = ["x"]
other_texts = ["y"]
)";

/// What is wrong with an instrument in which `from` is replaced by `to`.
std::string complaint(const std::string& from, const std::string& to) {
    const archive::samples::TemporaryFolder folder;
    auto text = valid;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    std::ofstream(folder.file("x.toml")) << text.replace(at, from.size(), to);
    try {
        static_cast<void>(Instruments::load(folder.path()));
    } catch (const RulesError& error) {
        return error.what();
    }
    return "none";
}

bool has(const std::string& text, const std::string& part) {
    CAPTURE(text);
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("rules") {

    TEST_CASE("the examples of the instruments hold") {
        REQUIRE(instruments().all().size() == 3);
        for (const auto& failure : instruments().check())
            FAIL_CHECK(failure.rule << ": " << failure.text);
        CHECK(instruments().examples() >= 10);
    }

    TEST_CASE("the language tells, whatever instruments are named") {
        const std::string all =
            "Kommunkompassen i Sverige heter Kommunekompasset i Norge og i Danmark (KREVI). ";
        CHECK(of_report("KommunKompassen\n" + swedish + all) == "kommunkompassen");
        CHECK(of_report("Kommunekompasset\n" + swedish + swedish) == "kommunkompassen");
        CHECK(of_report("Kommunekompasset\n" + norwegian + all) == "kommunekompasset-no");
        CHECK(of_report("Kommunkompassen\n" + norwegian) == "kommunekompasset-no");
        CHECK(of_report("KREVI\n" + danish + all) == "kommunekompasset-dk");
        CHECK(of_report("Kommunekompasset\n" + danish) == "kommunekompasset-dk");
    }

    TEST_CASE("a report that quotes another language keeps its own") {
        CHECK(of_report("Kommunkompassen " + swedish + swedish + swedish + norwegian) == "kommunkompassen");
        CHECK(of_report("Kommunekompasset " + norwegian + norwegian + norwegian + swedish) ==
              "kommunekompasset-no");
        CHECK(of_report("Kommunkompassen " + swedish + norwegian) ==
              "none"); // half and half: as it was before
    }

    TEST_CASE("a text that names no instrument is of none, in whatever language") {
        CHECK(of_report(norwegian + norwegian) == "none");
        CHECK(of_report(swedish) == "none");
        CHECK(of_report("") == "none");
    }

    TEST_CASE("a cover is known by its name, and where that is two instruments' by what stands with it") {
        CHECK(of_report("Kommunekompasset\nANALYSE AV LILLEVIK KOMMUNE\n2012") == "kommunekompasset-no");
        CHECK(of_report("KREVI\nKommunekompasset\nLILLEVIG KOMMUNE\n2009") == "kommunekompasset-dk");
        CHECK(of_report("KommunKompassen\nANALYS AV LILLEVIKS KOMMUN\n2012") == "kommunkompassen");
        CHECK(of_report("Kommunekompasset 2012") == "none");
    }

    TEST_CASE("a Swedish text that a scanner damaged stays Swedish") {
        CHECK(of_report(
                  "KommunKompassen ANALYS AV X KOMMUN. Kommunen ar val styrd, och det ar inte svart att fa "
                  "svar fran den. Invanarna far veta vad som hant, och hur fragor som de stallt har "
                  "besvarats.") == "kommunkompassen");
    }

    TEST_CASE("a language is told without a name, where it is known to come from a report") {
        CHECK(instruments().language_of(norwegian) == "Norwegian");
        CHECK(instruments().language_of(danish) == "Danish");
        CHECK(instruments().language_of(swedish) == "Swedish");
        CHECK(instruments().language_of("12 15 80%") == "");
        CHECK(instruments().of_language("Danish").size() == 1);
    }

    TEST_CASE("a file that is no instrument is told, with what is wrong") {
        CHECK(complaint("id = \"x\"", "id = \"x\"") == "none");
        CHECK(has(complaint("id = \"x\"", "id = \"x\"\nareas = 10"), "instruments of 8 areas of 100 points"));
        CHECK(has(complaint("id = \"x\"", "id = \"x\"\npoints_an_area = 50"), "and no other"));
        CHECK(has(complaint("\"no\"", "\"Norge\""), "two small letters"));
        CHECK(has(complaint(", \"a8\"", ""), "at least 8 words"));
        CHECK(has(complaint("['''x''']", "['''(''']"), "x.toml:6"));
        CHECK(has(complaint("['''x''']", "[]"), "needs a sign"));
        CHECK(has(complaint("texts = [\"x\"]", "texts = []"), "a text that is of it"));
        CHECK(has(complaint("name = \"X\"", "nome = \"X\""), "nome"));
    }

    TEST_CASE("without a folder there is Kommunkompassen alone, and no text is refused for its language") {
        const auto none = Instruments::load("/nowhere");
        REQUIRE(none.all().size() == 1);
        CHECK(none.all().front().id == "kommunkompassen");
        CHECK(none.of_report("Kommunekompasset " + norwegian) == nullptr);
        CHECK(none.language_of(norwegian) == "");
    }

    TEST_CASE("an edition is of one instrument, and counts for its reports only") {
        const archive::samples::TemporaryFolder folder;
        const auto write = [&](const std::string& id, const std::string& instrument) {
            std::ofstream(folder.file(id + ".toml"))
                << "id = \"" << id << "\"\n"
                << instrument << "first_year = 2010\n[[area]]\nnumber = 1\n"
                << "title = \"Offentlighet og demokrati\"\n";
        };
        write("a", "");
        write("b", "instrument = \"kommunekompasset-no\"\n");
        const auto editions = Editions::load(folder.path(), instruments());
        CHECK(editions.with_id("a")->instrument.id == "kommunkompassen");
        CHECK(editions.with_id("b")->instrument.country == "no");
        CHECK(editions.any_of_instrument("kommunekompasset-no"));
        CHECK_FALSE(editions.any_of_instrument("kommunekompasset-dk"));
        EditionEvidence evidence;
        evidence.titles = {{1, "Offentlighet og demokrati"}};
        evidence.year = 2012;
        evidence.instrument = "kommunekompasset-no";
        CHECK(editions.infer(evidence).id == "b");
        evidence.instrument = "kommunekompasset-dk";
        CHECK(editions.infer(evidence).id == "");
        const auto refusal = editions.refusal_of(*instruments().with_id("kommunekompasset-dk"));
        CHECK(has(refusal, "Kommunekompasset (KREVI, Denmark), in Danish"));
        CHECK(has(refusal, "municipalities-dk.csv"));
        write("c", "instrument = \"kompass\"\n");
        CHECK_THROWS_WITH_AS(static_cast<void>(Editions::load(folder.path(), instruments())),
                             doctest::Contains("no instrument \"kompass\""), RulesError);
    }

} // TEST_SUITE
