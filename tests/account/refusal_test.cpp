// A refused report is told why, where the cause is seen.
#include "account/refusal.h"

#include "model/record_facts.h"
#include "pipeline/understand.h"
#include "read/reader.h"
#include "tests/support/real_rules.h"
#include "tests/support/repairer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

using namespace kompass;

namespace {

Document report() {
    return read::read_document(std::filesystem::path(KOMPASS_SOURCE_DIR) / "corpus/pdf/granhult-2017.pdf",
                               {});
}

/// The message that the record is refused with.
std::string refusal(const Document& document) {
    const auto record = pipeline::understand(document, testing::knowledge(), testing::repairer()).record;
    for (const auto& trouble : record.troubles)
        if (trouble.severity == Severity::error) return trouble.message;
    return "taken";
}

bool says(const std::string& message, const char* part) {
    CAPTURE(message);
    return message.find(part) != std::string::npos;
}

Box turned(const Box& box) {
    return {box.y0, 595 - box.x1, box.y1, 595 - box.x0};
}

/// As Windows-1252 shows the bytes of UTF-8: "Ã¤" for "ä".
std::string misdecoded(const std::string& text) {
    std::string shown;
    for (const unsigned char c : text) {
        if (c < 0x80) {
            shown += static_cast<char>(c);
        } else {
            shown += static_cast<char>(0xC0 | (c >> 6));
            shown += static_cast<char>(0x80 | (c & 0x3F));
        }
    }
    return shown;
}

} // namespace

TEST_SUITE("account") {

    TEST_CASE("pages that lie on their side") {
        auto document = report();
        for (auto& page : document.pages) {
            if (page.number < 10) continue;
            for (auto& word : page.words)
                word.box = turned(word.box);
        }
        CHECK(says(refusal(document), "lies on its side"));
        CHECK(says(refusal(document), "10, 11, 12"));
    }

    TEST_CASE("letters that were read in the wrong code") {
        auto document = report();
        for (auto& page : document.pages)
            for (auto& word : page.words)
                word.text = misdecoded(word.text);
        CHECK(says(account::seen_cause(document, testing::knowledge().rules),
                   "UTF-8 that was read as Windows-1252"));
    }

    TEST_CASE("text that stands twice, one copy on the other") {
        auto document = report();
        for (auto& page : document.pages) {
            const auto words = page.words;
            for (const auto& word : words)
                page.words.push_back(word);
        }
        CHECK(says(account::seen_cause(document, testing::knowledge().rules), "stands twice"));
    }

    TEST_CASE("a web page's text that has lost its lines") {
        Document document;
        document.file = "webb.txt";
        std::string line;
        const auto read = report();
        for (const auto& word : read.pages.at(9).words)
            line += word.text + " ";
        REQUIRE(line.size() > 500);
        Page page;
        page.number = 1;
        page.reading = Reading::transcript;
        page.lines = {"9 (28)", line, line};
        document.pages.push_back(page);
        CHECK(says(account::seen_cause(document, testing::knowledge().rules),
                   "the text of page 1 has lost its lines"));
        document.pages[0].lines = std::vector<std::string>(20, line.substr(0, 90));
        CHECK(account::seen_cause(document, testing::knowledge().rules).empty());
    }

    TEST_CASE("a file that carries others") {
        Document document;
        document.file = "portfolj.pdf";
        document.pages.push_back(report().pages.at(0));
        document.pages[0].words.resize(2);
        document.troubles.push_back(
            {Severity::note, "embedded-files", "take them out with: pdfdetach", "", {}, ""});
        CHECK(says(refusal(document), "the report may be one of the files within"));
        CHECK(says(refusal(document), "pdfdetach"));
    }

    TEST_CASE("tables that are pictures, and scans that give no words") {
        auto document = report();
        for (auto& page : document.pages) {
            if (page.number < 10) continue;
            // The heading of the tables' chapter is left.
            page.words.resize(page.number == 10 ? 12 : 2);
        }
        const auto message = refusal(document);
        CHECK(says(message, "the tables are pictures"));
        for (auto& page : document.pages)
            if (page.number >= 10) page.reading = Reading::ocr;
        for (auto& page : document.pages)
            if (page.number >= 10) page.words.resize(2);
        CHECK(says(refusal(document), "OCR found hardly a word on pages 10, 11, 12"));
        CHECK(says(refusal(document), "negative"));
    }

    TEST_CASE("nothing is made up where nothing is seen") {
        CHECK(account::seen_cause(report(), testing::knowledge().rules).empty());
    }
}
