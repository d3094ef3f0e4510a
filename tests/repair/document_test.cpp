#include "repair/repair.h"

#include "tests/support/repairer.h"

#include <doctest/doctest.h>

using namespace kompass;

namespace {

Word word(const std::string& text, double confidence) {
    Word made;
    made.text = text;
    made.confidence = confidence;
    return made;
}

Page page_of(std::vector<Word> words, Reading reading) {
    Page page;
    page.number = 3;
    page.reading = reading;
    page.words = std::move(words);
    return page;
}

} // namespace

TEST_SUITE("repair") {
    TEST_CASE("a transcript is mended over its pages, with page and line of each change") {
        Document document;
        document.kind = SourceKind::transcript;
        for (int number : {1, 2}) {
            Page page;
            page.number = number;
            page.reading = Reading::transcript;
            page.lines = {"Malen foljs upp av namnden.", "Atgarder behovs for manga aldre."};
            document.pages.push_back(page);
        }
        testing::repairer().mend(document);
        CHECK(document.pages[1].lines[1] == "Åtgärder behövs för många äldre.");
        CHECK(document.spelling_was_lost);
        REQUIRE(!document.repairs.empty());
        CHECK(document.repairs.back().page == 2);
        CHECK(document.repairs.back().line == 2);
        CHECK(document.repairs.back().before == "aldre");
        CHECK(document.repairs.back().after == "äldre");
    }

    TEST_CASE("of a page read by OCR only the words it was unsure of may change") {
        Document document;
        document.pages = {
            page_of({word("Kommunens", 0.96), word("forvaltning", 0.41), word("forvaltning", 0.97),
                     word("har", 0.9), word("moj-", 0.3), word("ligheter", 0.3)},
                    Reading::ocr)};
        testing::repairer().mend(document);
        const auto& words = document.pages[0].words;
        CHECK(words[1].text == "förvaltning");
        CHECK(words[2].text == "forvaltning");
        CHECK(words[4].text == "möj-");
        REQUIRE(document.repairs.size() == 2);
        CHECK(document.repairs[0].page == 3);
        CHECK(document.repairs[0].line == 2);
    }

    TEST_CASE("what OCR made of a word that nobody knows is mended sooner than a word that is known") {
        Document document;
        document.pages = {page_of({word("Chefer", 0.96), word("i", 0.96), word("förvaltmngen", 0.85),
                                   word("fär", 0.85), word("här", 0.85), word("stöd", 0.96)},
                                  Reading::ocr)};
        testing::repairer().mend(document);
        CHECK(document.pages[0].words[2].text == "förvaltningen");
        CHECK(document.pages[0].words[4].text == "här");
    }

    TEST_CASE("strokes that noise let touch are parted again") {
        Document document;
        document.pages = {page_of({word("Tydliga", 0.96), word("nktlinjer", 0.8), word("och", 0.96),
                                   word("omvaårlden", 0.5), word("beskrivs", 0.96)},
                                  Reading::ocr)};
        testing::repairer().mend(document);
        CHECK(document.pages[0].words[1].text == "riktlinjer");
        CHECK(document.pages[0].words[3].text == "omvärlden");
    }

    TEST_CASE("a word that OCR was unsure of is in doubt if nobody knows it as it stands in the end") {
        Document document;
        document.pages = {
            page_of({word("Verktxget", 0.8), word("forvaltning", 0.4), word("är", 0.9), word("känt", 0.5),
                     word("i", 0.6), word("Verktxget", 0.97), word("arbetsmiljöplanerna.", 0.8)},
                    Reading::ocr)};
        testing::repairer().mend(document);
        std::string in_doubt;
        for (const auto& word : document.pages[0].words)
            in_doubt += word.in_doubt ? '?' : '-';
        CHECK(in_doubt == "?------");
        CHECK(document.pages[0].words[1].text == "förvaltning");
    }

    TEST_CASE("a text layer stays as it is") {
        Document document;
        document.pages = {page_of({word("fdrvaltning", 1)}, Reading::text_layer)};
        const auto before = document.pages;
        testing::repairer().mend(document);
        CHECK(document.pages == before);
        CHECK(document.repairs.empty());
    }
}
