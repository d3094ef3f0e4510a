// Reading of published reports, where they are at hand: $KOMPASS_SHARED, or beside the source tree.
#include "read/reader.h"
#include "read/triage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

using namespace kompass;

std::filesystem::path shared_file(const char* name) {
    const char* folder = std::getenv("KOMPASS_SHARED");
    const std::filesystem::path beside = std::filesystem::path(KOMPASS_SOURCE_DIR) / "../shared";
    return (folder != nullptr ? std::filesystem::path(folder) : beside) / name;
}

std::size_t words_in(const Document& document) {
    std::size_t words = 0;
    for (const auto& page : document.pages)
        words += page.words.size();
    return words;
}

auto pages_with(const Document& document, Reading reading) {
    return std::count_if(document.pages.begin(), document.pages.end(),
                         [&](const Page& page) { return page.reading == reading; });
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("a born-digital report is read wholly") {
        const auto file = shared_file("reports/avesta-2014.pdf");
        if (!std::filesystem::exists(file)) {
            MESSAGE("skipped: no " << file);
            return;
        }
        const auto document = read::read_document(file, {});
        CHECK(document.troubles.empty());
        CHECK(document.pages.size() == 22);
        CHECK(pages_with(document, Reading::text_layer) == 22);
        CHECK(words_in(document) == 8183);
        for (const auto& page : document.pages)
            for (const auto& word : page.words) {
                CHECK_FALSE(word.text.empty());
                CHECK(word.box.x0 < word.box.x1);
                CHECK(word.box.y0 < word.box.y1);
                CHECK(word.box.y1 <= page.height);
                CHECK(word.font_size > 0);
            }
    }

    TEST_CASE(
        "no page of a born-digital report needs OCR, every page of a scan and of a foreign text layer does") {
        for (const char* name : {"kumla-2017.pdf", "koping-2017-scan150.pdf", "koping-2017-badlayer.pdf"}) {
            const auto file = shared_file("reports") / name;
            if (!std::filesystem::exists(file)) {
                MESSAGE("skipped: no " << file);
                continue;
            }
            CAPTURE(name);
            const auto document = read::read_document(file, {});
            const auto for_ocr =
                std::count_if(document.pages.begin(), document.pages.end(), read::awaits_ocr);
            CHECK(for_ocr == (std::string(name) == "kumla-2017.pdf" ? 0 : 17));
            CHECK(document.troubles.empty());
        }
    }

    TEST_CASE("transcripts break into the pages their scans had") {
        const auto file = shared_file("seeds/koping-2017.txt");
        if (!std::filesystem::exists(file)) {
            MESSAGE("skipped: no " << file);
            return;
        }
        const auto document = read::read_document(file, {});
        CHECK(document.troubles.empty());
        CHECK(document.pages.size() == 21);
        CHECK(pages_with(document, Reading::transcript) == 21);
    }
}
