#include "layout/recurring_texts.h"

#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::layout;
using kompass::testing::TypesetPage;

namespace {

RecurringTexts recurring(std::string_view lines) {
    std::vector<TextLine> all;
    for (int page = 1; page <= 3; ++page) {
        auto more = text_lines(TypesetPage(page).text(lines).page());
        all.insert(all.end(), more.begin(), more.end());
    }
    return RecurringTexts(all);
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("lines and parts of lines that come back are heads") {
        const auto texts = recurring("Plus     Att tänka på\nNy webb  Fler språk");
        CHECK(texts.contains("Plus     Att tänka på") == false); // blanks are single
        CHECK(texts.contains("Plus Att tänka på"));
        CHECK(texts.contains("Plus"));
        CHECK(texts.contains("Att tänka på"));
        CHECK_FALSE(texts.contains("Annat"));
    }

    TEST_CASE("what goes on below, is a sentence or holds figures is no head") {
        const auto texts = recurring("Kommunen har under åren\nsatsat på webben.\nDen är ny.\nOmråde 3");
        CHECK_FALSE(texts.contains("Kommunen har under åren"));
        CHECK_FALSE(texts.contains("Den är ny."));
        CHECK_FALSE(texts.contains("Område 3"));
    }

    TEST_CASE("a bold item with its list inside it is a head, a plain item is none") {
        std::vector<TextLine> lines;
        for (int page = 1; page <= 3; ++page) {
            auto more = text_lines(
                TypesetPage(page).text("• Plus", testing::kBold).text("Ny webb").text("• Minus\nFå").page());
            lines.insert(lines.end(), more.begin(), more.end());
        }
        CHECK(RecurringTexts(lines).contains("Plus"));
        CHECK_FALSE(RecurringTexts(lines).contains("Minus"));
    }

    TEST_CASE("twice is not enough") {
        std::vector<TextLine> lines;
        for (int page = 1; page <= 2; ++page) {
            auto more = text_lines(TypesetPage(page).text("Plus").page());
            lines.insert(lines.end(), more.begin(), more.end());
        }
        CHECK_FALSE(RecurringTexts(lines).contains("Plus"));
    }

    TEST_CASE("heads over two lines come back line by line") {
        const auto texts =
            recurring("Det går bra     Det går mindre\n                bra\nNy webb  Fler språk");
        CHECK(texts.contains("Det går bra Det går mindre\nbra"));
    }

    TEST_CASE("a cell may go on below a head that a page repeats") {
        std::vector<TextLine> lines;
        for (int page = 1; page <= 4; ++page) {
            auto more = text_lines(
                TypesetPage(page).text(page == 4 ? "Plus\nsom går vidare" : "Plus\nNy webb").page());
            lines.insert(lines.end(), more.begin(), more.end());
        }
        CHECK(RecurringTexts(lines).contains("Plus"));
    }
}
