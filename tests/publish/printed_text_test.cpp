#include "publish/printed_text.h"

#include "publish/alto.h"
#include "read/reader.h"
#include "tests/read/alto_rules.h"
#include "tests/read/recorded_pages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::publish;
using namespace kompass::read::tests;

Word word(const char* text, double x, double y, double size = 10) {
    return {text, {x, y, x + 20, y + size}, size, false, 1, {}};
}

} // namespace

TEST_SUITE("publish") {
    TEST_CASE("a page is printed line by line, blocks apart") {
        Document document;
        document.pages.resize(2);
        document.pages[0].words = {word("två", 40, 112), word("Rubrik", 10, 50, 16), word("ett", 10, 100),
                                   word("tre", 10, 112), word("slut", 10, 300)};
        document.pages[1].number = 2;
        document.pages[1].words = {word("ny", 10, 20)};
        CHECK(plain_text(document) == "Rubrik\n\nett\ntre två\n\nslut\n\fny\n");
        const auto pages = printed_pages(document);
        REQUIRE(pages.size() == 2);
        CHECK(pages[0].size() == 3);
        CHECK(pages[0][1].size() == 2);
    }

    TEST_CASE("ALTO of whole reports keeps to its schema, read from text layers or by OCR") {
        Document scanned;
        for (int number = 1; number <= static_cast<int>(recorded_from.size()); ++number)
            scanned.pages.push_back(recorded_page(number));
        const auto printed = read::read_document(KOMPASS_SOURCE_DIR "/corpus/pdf/almvik-2014.pdf", {});
        for (const auto& document : {scanned, printed}) {
            const auto root = xml_tree(alto(document, printed_pages(document)));
            CHECK(faults_in_alto(root) == std::vector<std::string>{});
            std::size_t words = 0;
            for (const auto& page : document.pages)
                words += page.words.size();
            CHECK(all_named(root, "String").size() == words);
        }
    }

    TEST_CASE("a transcript stands as it is") {
        Document document;
        document.kind = SourceKind::transcript;
        document.pages.resize(2);
        document.pages[0].lines = {"a\tb", "", " c"};
        document.pages[1].number = 2;
        CHECK(plain_text(document) == "a\tb\n\n c\n\f");
    }
}
