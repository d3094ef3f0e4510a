// Losses that once were silent, a test of each kind: the right value stands in the record, or the account or
// a doubt says what is wrong.
#include "model/record_facts.h"
#include "pipeline/understand.h"
#include "read/partly_hidden.h"
#include "read/reader.h"
#include "tests/support/damage.h"
#include "tests/support/real_rules.h"
#include "tests/support/repairer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

using namespace kompass;

namespace {

Document corpus(const std::string& name) {
    return read::read_document(std::filesystem::path(KOMPASS_SOURCE_DIR) / "corpus" / name, {});
}

Record record_of(const Document& document) {
    return pipeline::understand(document, testing::knowledge(), testing::repairer()).record;
}

/// The transcript with the first line that is `from` replaced by `to`, which may be several lines.
Document with_line(Document document, const std::string& from, const std::vector<std::string>& to) {
    for (auto& page : document.pages)
        for (auto line = page.lines.begin(); line != page.lines.end(); ++line) {
            if (*line != from) continue;
            const auto at = page.lines.erase(line);
            page.lines.insert(at, to.begin(), to.end());
            return document;
        }
    FAIL("no such line: " << from);
    return document;
}

const Area& area_of(const Record& record, int number) {
    const auto found = std::find_if(record.areas.begin(), record.areas.end(),
                                    [&](const Area& area) { return area.number == number; });
    REQUIRE(found != record.areas.end());
    return *found;
}

std::string why(const Record& record, PartKind kind, std::optional<int> number) {
    REQUIRE(record.account);
    for (const auto& part : record.account->parts)
        if (part.kind == kind && (part.kind == PartKind::page ? part.page : part.area) == number &&
            is_faulty(part))
            return std::string(name_of(part.state)) + ": " + part.why;
    return "";
}

bool has_note(const Record& record, const std::string& code) {
    return std::any_of(record.troubles.begin(), record.troubles.end(),
                       [&](const Trouble& trouble) { return trouble.code == code; });
}

} // namespace

TEST_SUITE("account") {

    TEST_CASE("half points are read as such: \"9,5 15 63%\" is 9.5 of 15, not 15 of 63") {
        const auto half = Decimal::from_tenths(5);
        SUBCASE("in columns parted by blanks") {
            auto document = with_line(corpus("transcripts/granhult-2017.txt"),
                                      "1.1 |Finns en plan/strategi för demokratiutveckling 8 15 54%",
                                      {"1.1 |Finns en plan/strategi för demokratiutveckling 9,5 15 63%"});
            document = with_line(document, "1.3 Informeras invånare om resultat? 11 25 44%",
                                 {"1.3 Informeras invånare om resultat? 11,5 25 46%"});
            const auto record = record_of(document);
            const auto& questions = area_of(record, 1).questions;
            CHECK(questions.at(0).score.points == 9 + half);
            CHECK(questions.at(0).score.max == 15);
            CHECK(questions.at(0).score.percent == 63);
            CHECK(questions.at(2).score.points == 11 + half);
            CHECK(questions.at(2).score.max == 25);
            CHECK(why(record, PartKind::score_table, 1).empty());
        }
        SUBCASE("in cells") {
            const auto record = record_of(with_line(
                corpus("transcripts/almvik-2014.txt"),
                "1.1\tFinns en plan/strategi för demokratiutveckling och information?\t6\t15\t37%",
                {"1.1\tFinns en plan/strategi för demokratiutveckling och information?\t5,5\t15\t37%"}));
            const auto& question = area_of(record, 1).questions.at(0);
            CHECK(question.score.points == 5 + half);
            CHECK(question.score.max == 15);
            CHECK(question.score.percent == 37);
            CHECK(why(record, PartKind::score_table, 1).empty());
        }
        SUBCASE("on a page") {
            auto document = corpus("pdf/granhult-2017.pdf");
            int changed = 0;
            for (auto& page : document.pages)
                for (std::size_t i = 0; i + 2 < page.words.size(); ++i)
                    if (page.words[i].text == "8" && page.words[i + 1].text == "15" &&
                        page.words[i + 2].text == "54%") {
                        page.words[i].text = "7,5";
                        ++changed;
                    }
            REQUIRE(changed == 1);
            const auto record = record_of(document);
            const auto& question = area_of(record, 1).questions.at(0);
            CHECK(question.score.points == 7 + half);
            CHECK(question.score.max == 15);
            CHECK(question.score.percent == 54);
            CHECK(why(record, PartKind::score_table, 1).empty());
        }
    }

    TEST_CASE("a section whose title no edition knows is an area, by its number among its neighbours") {
        const auto whole = record_of(corpus("transcripts/ekeryd-2018.txt"));
        const auto record =
            record_of(with_line(corpus("transcripts/ekeryd-2018.txt"), "4.3 Politisk styrning och kontroll",
                                {"4.3 Kommunens ledning och dess mål"}));
        CHECK(area_of(record, 3).title == "Kommunens ledning och dess mål");
        for (const int number : {2, 3, 4}) {
            CHECK(area_of(record, number).strengths == area_of(whole, number).strengths);
            CHECK(area_of(record, number).improvements == area_of(whole, number).improvements);
        }
    }

    TEST_CASE("a rule and a blank line below a transcript's head lose no findings") {
        const auto whole = record_of(corpus("transcripts/almvik-2014.txt"));
        const std::string head = "Styrkor\tFörbättringsmöjligheter\tSvagheter";
        for (const auto& lines :
             {std::vector<std::string>{head, "-----------"}, {head, ""}, {head, "---\t---\t---", ""}}) {
            const auto record = record_of(with_line(corpus("transcripts/almvik-2014.txt"), head, lines));
            CHECK(area_of(record, 1).strengths.size() == area_of(whole, 1).strengths.size());
            CHECK(area_of(record, 1).weaknesses.size() == area_of(whole, 1).weaknesses.size());
            CHECK(is_whole(*record.account));
        }
    }

    TEST_CASE("a repeated page is read once") {
        const auto whole = record_of(corpus("pdf/granhult-2017.pdf"));
        auto document = corpus("pdf/granhult-2017.pdf");
        const auto again = document.pages.at(4);
        document.pages.insert(document.pages.begin() + 5, again);
        for (std::size_t p = 0; p < document.pages.size(); ++p)
            document.pages[p].number = static_cast<int>(p + 1);
        const auto understanding = pipeline::understand(document, testing::knowledge(), testing::repairer());
        const auto& record = understanding.record;
        CHECK(testing::silent_losses(whole, record).empty());
        CHECK(is_whole(*record.account));
        CHECK(has_note(record, "page-repeated"));
        CHECK(record.pages.size() == document.pages.size());
        REQUIRE(understanding.mended.pages.size() == document.pages.size());
        CHECK(understanding.mended.pages[5].words.size() == again.words.size());
        CHECK(record.account->words.read > whole.account->words.read);
    }

    TEST_CASE("a missing page is named, and so is each part it took along") {
        const auto whole = record_of(corpus("pdf/granhult-2017.pdf"));
        auto document = corpus("pdf/granhult-2017.pdf");
        document.pages.erase(document.pages.begin() + 4);
        for (std::size_t p = 0; p < document.pages.size(); ++p)
            document.pages[p].number = static_cast<int>(p + 1);
        const auto record = record_of(document);
        CHECK(testing::silent_losses(whole, record).empty());
        CHECK(why(record, PartKind::page, 5) == "missing: printed page numbers jump from 4 to 6");
        CHECK(area_of(record, 2).total.points == area_of(whole, 2).total.points);
        CHECK(area_of(record, 3).total.points == area_of(whole, 3).total.points);
    }

    TEST_CASE("a label, a value or a row that a table of key facts lost is told") {
        const auto without = [](const std::vector<std::string>& gone) {
            auto document = corpus("pdf/bjorkasa-2016.pdf");
            auto& words = document.pages.back().words;
            for (const auto& text : gone) {
                const auto word = std::find_if(words.begin(), words.end(),
                                               [&](const Word& one) { return one.text == text; });
                REQUIRE(word != words.end());
                words.erase(word);
            }
            return why(record_of(document), PartKind::key_facts, std::nullopt);
        };
        CHECK(without({}).empty());
        CHECK_FALSE(without({"Folkökning/minskning", "(2015)"}).empty());
        CHECK_FALSE(without({"+62"}).empty());
        CHECK_FALSE(without({"Antal", "anställda", "1", "340"}).empty());
        CHECK_FALSE(
            without({"Kommungrupp", "enligt", "SKL:s", "indelning", "(2017)", "Landsbygdskommun"}).empty());
    }

    TEST_CASE(
        "a row of key facts that is painted over is told; a word put in another's place is the report's") {
        const auto whole = corpus("pdf/bjorkasa-2016.pdf");
        // The last row: deleted, it would leave no trace.
        auto document = whole;
        auto& page = document.pages.back();
        const auto first = std::find_if(page.words.begin(), page.words.end(),
                                        [](const Word& word) { return word.text == "Partier"; });
        REQUIRE(first != page.words.end());
        const double top = first->box.y0 - 1;
        for (const auto& word : page.words)
            if (word.box.y0 > top && word.box.y0 < top + 30) page.apart.push_back({word, Apart::covered});
        std::erase_if(page.words,
                      [&](const Word& word) { return word.box.y0 > top && word.box.y0 < top + 30; });
        REQUIRE(page.apart.size() > 5);
        CHECK(why(record_of(document), PartKind::key_facts, std::nullopt) ==
              "damaged: \"Partier\" is painted over in it");

        document = whole;
        auto& corrected = document.pages.back();
        const auto old = std::find_if(corrected.words.begin(), corrected.words.end(),
                                      [](const Word& word) { return word.text == "Partier"; });
        corrected.apart.push_back({*old, Apart::covered});
        CHECK(why(record_of(document), PartKind::key_facts, std::nullopt).empty());
    }

    TEST_CASE("what a word that is painted over in part stands in is damaged") {
        const auto whole = record_of(corpus("pdf/granhult-2017.pdf"));
        const auto& strength = area_of(whole, 2).strengths.at(0);
        const auto& row = area_of(whole, 3).questions.at(1).score;
        auto document = corpus("pdf/granhult-2017.pdf");
        for (const auto& place : {strength.places.at(0), row.places.at(0)})
            document.troubles.push_back(
                {Severity::warning, kPartlyHidden, "“ord” is partly painted over", document.file, place, ""});
        const auto record = record_of(document);
        CHECK(why(record, PartKind::strengths, 2) == "damaged: “ord” is partly painted over");
        CHECK(why(record, PartKind::score_table, 3) == "damaged: “ord” is partly painted over");
        CHECK(why(record, PartKind::improvements, 2).empty());
        CHECK(why(record, PartKind::strengths, 3).empty());
    }

    TEST_CASE("what a word in doubt stands in is damaged, and nothing beside it") {
        auto document = corpus("pdf/granhult-2017.pdf");
        const auto doubt = [&](const std::string& text) {
            for (auto& page : document.pages)
                for (auto& word : page.words)
                    if (word.text == text) {
                        word.in_doubt = true;
                        return;
                    }
            FAIL("no such word: " << text);
        };
        doubt("folkbiblioteket.");
        doubt("återföras"); // of the running text
        const auto record = record_of(document);
        CHECK(
            why(record, PartKind::strengths, 1) ==
            "damaged: \"folkbiblioteket.\" may be misread: OCR was unsure of it, and no dictionary knows it");
        CHECK(why(record, PartKind::improvements, 1).empty());
        CHECK(why(record, PartKind::strengths, 2).empty());
    }

    TEST_CASE("an area may have no weaknesses below their head; those that are painted over are told") {
        const auto whole =
            pipeline::understand(corpus("pdf/almvik-2014.pdf"), testing::knowledge(), testing::repairer());
        int emptied = 0, covered = 0;
        for (const auto& damage : testing::damages(whole.mended, whole.blocks)) {
            // Of the tables of three lists, the cell below "Svagheter".
            if (!damage.name.starts_with("cell 2 of row 1 of table ")) continue;
            const auto record = record_of(damage.document);
            for (int number = 1; number <= 8; ++number) {
                const bool was = !area_of(whole.record, number).weaknesses.empty();
                if (!was || !area_of(record, number).weaknesses.empty()) continue;
                const auto told = why(record, PartKind::weaknesses, number);
                CAPTURE(damage.name);
                if (damage.name.ends_with("deleted")) {
                    ++emptied;
                    CHECK(told.empty());
                } else {
                    ++covered;
                    CHECK(told.ends_with("is painted over in this area"));
                }
            }
        }
        CHECK(emptied > 5);
        CHECK(covered == emptied);
    }

    TEST_CASE(
        "a text of an area that begins in lower case leaves its lists in doubt; one that goes on does not") {
        const auto told = [](const std::vector<std::string>& lines) {
            const auto document = with_line(corpus("transcripts/granhult-2017.txt"), "ALLMÄNT", lines);
            return why(record_of(document), PartKind::strengths, 1);
        };
        CHECK(told({"ALLMÄNT"}).empty());
        CHECK(told({"ALLMÄNT", "", "med en gemensam plan för hela kommunen som följs upp varje år.", ""})
                  .find("begins in lower case: \"med en gemensam plan") != std::string::npos);
        CHECK(told({"ALLMÄNT", "", "Det som prövas är kommunens vilja att samverka", "",
                    "med en gemensam plan för hela kommunen som följs upp varje år.", ""})
                  .empty());
    }

    TEST_CASE("a head at a page's foot heads the table of earlier evaluations overleaf") {
        const auto whole = record_of(corpus("transcripts/storanas-2018.txt"));
        auto document = corpus("transcripts/storanas-2018.txt");
        const std::string head = "Poäng i Kommunkompassen 2011 2014 2018";
        for (std::size_t p = 0; p < document.pages.size(); ++p) {
            auto& lines = document.pages[p].lines;
            const auto at = std::find(lines.begin(), lines.end(), head);
            if (at == lines.end()) continue;
            Page rest = document.pages[p];
            rest.lines.assign(at + 1, lines.end());
            lines.erase(at + 1, lines.end());
            document.pages.insert(document.pages.begin() + static_cast<std::ptrdiff_t>(p + 1),
                                  std::move(rest));
            break;
        }
        for (std::size_t p = 0; p < document.pages.size(); ++p)
            document.pages[p].number = static_cast<int>(p + 1);
        const auto record = record_of(document);
        REQUIRE(record.history.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(record.history[i].year == whole.history[i].year);
            CHECK(record.history[i].areas == whole.history[i].areas);
            CHECK(record.history[i].total == whole.history[i].total);
        }
    }
}
