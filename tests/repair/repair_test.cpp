#include "repair/repair.h"

#include "tests/support/repairer.h"
#include "text/unicode.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>

using namespace kompass;
using testing::repair_of;
using testing::repaired;

namespace {

/// Enough damaged words around a sentence that the text counts as damaged.
std::string in_damaged_text(const std::string& sentence) {
    return "Malen foljs upp pa varen och atgarder gors for aldre. Darfor behover namnden fa battre oversikt "
           "over "
           "fragorna.\n\n" +
           sentence;
}

std::string repaired_there(const std::string& sentence) {
    const auto whole = repaired(in_damaged_text(sentence));
    return whole.substr(whole.find("\n\n") + 2);
}

std::string digits_of(const std::vector<std::string>& lines) {
    std::string digits;
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const bool beside = (i > 0 && line[i - 1] != ' ') || (i + 1 < line.size() && line[i + 1] != ' ');
            if (line[i] >= '0' && line[i] <= '9' && !beside) digits += line[i];
        }
        digits += '\n';
    }
    return digits;
}

/// Lines of words, figures and signs as reports have them, some damaged.
std::vector<std::string> some_lines() {
    static const std::array pieces{"kommunen", "ar",  "for",      "pa",   "mål", "méjlighet", "1.2", "13/15",
                                   "85%",      "och", "utveck-",  "ling", "|",   "=",         ".",   "å",
                                   "Kdpings",  "7",   "www.a.se", "&r",   "[",   "nér"};
    std::vector<std::string> lines;
    for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
        std::string line;
        for (int j = *rc::gen::inRange(0, 9); j > 0; --j)
            line += std::string(line.empty() ? "" : " ") +
                    pieces.at(static_cast<std::size_t>(*rc::gen::inRange<int>(0, pieces.size())));
        lines.push_back(line);
    }
    return lines;
}

} // namespace

TEST_SUITE("repair") {
    TEST_CASE("lost å ä ö come back, whatever the scanner made of them") {
        CHECK(repaired_there("Férbattringsomraden ar manga i férvaltningen.") ==
              "Förbättringsområden är många i förvaltningen.");
        CHECK(repaired_there("Kommunfullméktige har antagit milen f6r aret.") ==
              "Kommunfullmäktige har antagit målen för året.");
    }

    TEST_CASE("words that are words both ways follow their neighbours") {
        CHECK(repaired_there("Det ar viktigt att eleverna far stod.") ==
              "Det är viktigt att eleverna får stöd.");
        CHECK(repaired_there("Kommunen har en strategi.") == "Kommunen har en strategi.");
    }

    TEST_CASE("a word in two halves is mended in both") {
        CHECK(repaired_there("Har finns en stor méj-\nlighet till atgar-\nder.") ==
              "Här finns en stor möj-\nlighet till åtgär-\nder.");
        CHECK(repaired_there("Mal- och resultatstyrning") == "Mål- och resultatstyrning");
    }

    TEST_CASE("a bar that is the word I, and bars that are none") {
        CHECK(repaired("| kommunen finns flera mål för miljön.") == "I kommunen finns flera mål för miljön.");
        CHECK(repaired("Det finns mål. | kommunen finns flera.") == "Det finns mål. I kommunen finns flera.");
        CHECK(repaired("Följ upp chefernas\n| uppdrag utifrån resultat") ==
              "Följ upp chefernas\n| uppdrag utifrån resultat");
        CHECK(repaired("1.1 | Finns en plan | 13 15 85%") == "1.1 | Finns en plan | 13 15 85%");
    }

    TEST_CASE("good text stays as it is, slips and all") {
        const std::string text =
            "I Lillevik ar det så att har man sagt ett får man säga två. Kommunen hara en vikta "
            "roll för äldre på orten, säger Åsa Mårtensson vid Skogsbrynets förskola.";
        CHECK(repaired(text) == text);
    }

    TEST_CASE("what is changed is told, with rule and probability; what is in doubt, too") {
        const auto result = repair_of(in_damaged_text("Det ar fragan."));
        REQUIRE(result.changes.size() >= 3);
        for (const auto& change : result.changes) {
            CHECK(change.before != change.after);
            CHECK(change.probability > 0.1);
            CHECK(change.probability <= 1);
        }
        const auto question =
            std::find_if(result.changes.begin(), result.changes.end(),
                         [](const repair::Change& change) { return change.before == "fragan"; });
        REQUIRE(question != result.changes.end());
        CHECK(question->after == "frågan");
        CHECK(question->line == 2);
        CHECK(question->rule == "spelling");
        CHECK(question->applied);
    }

    TEST_CASE("repair is idempotent and keeps lines and figures") {
        CHECK(rc::check("repair of repaired text changes nothing", [] {
            const auto lines = some_lines();
            const auto once = testing::repairer().repaired(lines);
            for (const auto& line : lines)
                RC_LOG() << line << '\n';
            RC_ASSERT(once.lines.size() == lines.size());
            RC_ASSERT(digits_of(once.lines) == digits_of(lines));
            RC_ASSERT(testing::repairer().repaired(once.lines).lines == once.lines);
        }));
    }

    TEST_CASE("correct words of the lexicon stay") {
        static const std::array words{"åtgärder",    "förvaltning", "är",           "på",        "mål",
                                      "nämnd",       "kommun",      "organisation", "strategi",  "över",
                                      "invånare",    "dialog",      "också",        "ledarskap", "mycket",
                                      "möjligheter", "bättre",      "från"};
        CHECK(rc::check("identity on correct words", [] {
            std::string line;
            for (int i = *rc::gen::inRange(1, 12); i > 0; --i)
                line +=
                    std::string(words.at(static_cast<std::size_t>(*rc::gen::inRange<int>(0, words.size())))) +
                    " ";
            RC_ASSERT(repaired(line) == line);
        }));
    }

    TEST_CASE("any bytes come back as valid text of as many lines") {
        CHECK(rc::check("bytes", [](const std::vector<std::string>& lines) {
            const auto result = testing::repairer().repaired(lines);
            RC_ASSERT(result.lines.size() == lines.size());
            for (const auto& line : result.lines)
                RC_ASSERT(unicode::is_valid_utf8(line));
        }));
    }

    TEST_CASE("what is recorded in a document was applied there") {
        Document document;
        document.kind = SourceKind::transcript;
        Page page;
        page.number = 4;
        page.lines = {"Malen foljs upp pa varen och atgarder gors for aldre.", "",
                      "Darfor behover namnden fa battre oversikt over fragorna om far och for."};
        const auto before = page.lines;
        document.pages = {page};
        testing::repairer().mend(document);
        REQUIRE_FALSE(document.repairs.empty());
        CHECK(document.spelling_was_lost);
        for (const auto& repair : document.repairs) {
            CHECK(repair.page == 4);
            const auto line = static_cast<std::size_t>(repair.line) - 1;
            REQUIRE(line < before.size());
            CAPTURE(repair.before);
            CHECK(before[line].find(repair.before) != std::string::npos);
            CHECK(document.pages[0].lines[line].find(repair.after) != std::string::npos);
        }
    }

    TEST_CASE("a known word is changed only if its neighbours leave little doubt") {
        // "far" is a word; beside these it may be "får" or not.
        const auto known = repair_of(in_damaged_text("Namnden far aldre far."));
        for (const auto& change : known.changes)
            if (change.rule == "context") CHECK(change.applied == (change.probability >= 0.7));
    }

    TEST_CASE("abbreviations in capitals stay as they are") {
        CHECK(repaired_there("SKL och KKIK foljs upp av IVO.").starts_with("SKL och KKIK följs upp av IVO."));
    }
}
