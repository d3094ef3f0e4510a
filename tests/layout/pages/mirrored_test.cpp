// Pages whose texts stand farther to the left on every other page.
#include "layout/pages/mirrored.h"

#include "layout/pages/leaves.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

namespace {

/// Lines of some words at the margin, items indented below them, and a page number in the middle.
Page page(int number, double margin) {
    Page page;
    page.number = number;
    page.width = 595;
    page.height = 842;
    for (int line = 0; line < 12; ++line)
        for (int w = 0; w < 4; ++w) {
            const double indent = line % 4 == 3 ? 18 : 0;
            const double x = margin + indent + w * (41 + 7 * ((line + number) % 5));
            const double y = 80 + 20 * line;
            page.words.push_back({"ord", {x, y, x + 30, y + 10}, 10, false});
        }
    page.words.push_back({std::to_string(number), {290, 800, 300, 810}, 10, false});
    return page;
}

std::vector<Page> pages(const std::vector<double>& margins) {
    std::vector<Page> all;
    for (const double margin : margins)
        all.push_back(page(static_cast<int>(all.size()) + 1, margin));
    return all;
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("margins are mirrored where most pages say so") {
        CHECK(layout::offset_of_even_pages(pages({54, 88, 54, 88, 54})) == doctest::Approx(34).epsilon(0.05));
        CHECK(layout::offset_of_even_pages(pages({88, 54, 88, 54, 88})) ==
              doctest::Approx(-34).epsilon(0.05));
        // A cover that is set otherwise does not speak against it.
        CHECK(layout::offset_of_even_pages(pages({200, 88, 54, 88, 54, 88, 54, 88})) ==
              doctest::Approx(34).epsilon(0.05));
    }

    TEST_CASE("margins are mirrored though one side's pages begin with what is indented") {
        std::vector<Page> all;
        for (int number = 1; number <= 8; ++number) {
            all.push_back(page(number, number % 2 == 0 ? 54 : 88));
            if (number % 2 == 0) // items alone
                std::erase_if(all.back().words, [](const Word& word) { return word.box.x0 < 70; });
        }
        CHECK(layout::offset_of_even_pages(all) == doctest::Approx(-34).epsilon(0.05));
    }

    TEST_CASE("margins are not mirrored where they are one, or shift now and then") {
        CHECK(layout::offset_of_even_pages(pages({70, 70, 70, 70, 70})) == 0);
        CHECK(layout::offset_of_even_pages(pages({70, 70, 70, 88, 70, 70, 70})) == 0);
        CHECK(layout::offset_of_even_pages(pages({70, 71, 69, 70, 71})) == 0); // as scans are laid
        CHECK(layout::offset_of_even_pages(pages({54, 88})) == 0);             // two pages say little
        CHECK(layout::offset_of_even_pages({}) == 0);
        CHECK(layout::offset_of_even_pages({Page{}, Page{}, Page{}, Page{}}) == 0);
    }

    TEST_CASE("pages with mirrored margins are moved, and places stay true") {
        Document document;
        document.pages = pages({54, 88, 54, 88, 54});
        const auto moved = layout::in_leaves(document);
        REQUIRE(moved);
        CHECK_FALSE(moved->cut);
        REQUIRE(moved->document.pages.size() == 5);
        CHECK(moved->document.pages[0].words == document.pages[0].words);
        const auto& words = moved->document.pages[1].words;
        CHECK(words.front().box.x0 == doctest::Approx(54).epsilon(0.02));
        CHECK(words.front().box.x0 + moved->sheet[1].left == doctest::Approx(88));
        CHECK(moved->sheet[1].number == 2);
        CHECK(moved->sheet[2] == layout::OnSheet{3, 0});
    }
}
