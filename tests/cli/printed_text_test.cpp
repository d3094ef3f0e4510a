#include "cli/printed_text.h"

#include <doctest/doctest.h>

namespace {

using namespace kompass;

Word word(const char* text, double x, double y, double size = 10) {
    return {text, {x, y, x + 20, y + size}, size, false, 1, {}};
}

} // namespace

TEST_SUITE("cli") {
    TEST_CASE("a page is printed line by line, blocks apart") {
        Document document;
        document.pages.resize(2);
        document.pages[0].words = {word("två", 40, 112), word("Rubrik", 10, 50, 16), word("ett", 10, 100),
                                   word("tre", 10, 112), word("slut", 10, 300)};
        document.pages[1].number = 2;
        document.pages[1].words = {word("ny", 10, 20)};
        CHECK(cli::plain_text(document) == "Rubrik\n\nett\ntre två\n\nslut\n\fny\n");
        const auto pages = cli::printed_pages(document);
        REQUIRE(pages.size() == 2);
        CHECK(pages[0].size() == 3);
        CHECK(pages[0][1].size() == 2);
    }

    TEST_CASE("a transcript stands as it is") {
        Document document;
        document.kind = SourceKind::transcript;
        document.pages.resize(2);
        document.pages[0].lines = {"a\tb", "", " c"};
        document.pages[1].number = 2;
        CHECK(cli::plain_text(document) == "a\tb\n\n c\n\f");
    }
}
