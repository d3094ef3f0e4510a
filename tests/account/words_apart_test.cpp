#include "account/words_apart.h"

#include <doctest/doctest.h>

using namespace kompass;

TEST_SUITE("account") {
    TEST_CASE("what stands apart is told, a note a kind") {
        Document document;
        document.file = "a.pdf";
        document.pages.resize(7);
        for (int i = 0; i < 7; ++i) {
            document.pages[static_cast<std::size_t>(i)].number = i + 1;
            document.pages[static_cast<std::size_t>(i)].apart = {{{"UTKAST", {}}, Apart::slanted}};
        }
        document.pages[2].apart.push_back({{"12", {}}, Apart::covered});
        const auto notes = account::told_words_apart(document);
        REQUIRE(notes.size() == 2);
        CHECK(notes[0].message == "1 word painted over is not taken for text: “12” on page 3");
        REQUIRE(notes[0].place);
        CHECK(notes[0].place->page == 3);
        CHECK(notes[0].severity == Severity::note);
        CHECK(notes[1].message ==
              "7 words aslant over the page are not taken for text: “UTKAST” on 7 pages from 1 to 7");
        CHECK(account::count_words_apart(document) == 8);
        CHECK(account::told_words_apart({}).empty());
    }
}
