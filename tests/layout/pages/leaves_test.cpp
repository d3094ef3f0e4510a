#include "layout/pages/leaves.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

namespace {

Word word(const std::string& text, double x, double y) {
    return {text, {x, y, x + 30, y + 8}, 8, false};
}

/// A sheet of two pages with a line each and these numbers at their feet.
Page sheet(int number, const std::string& left, const std::string& right) {
    Page page;
    page.number = number;
    page.width = 842;
    page.height = 595;
    page.reading = Reading::text_layer;
    page.words = {word("Vänster", 60, 100), word("Höger", 480, 100), word(left, 200, 570),
                  word(right, 620, 570)};
    page.apart = {{word("struken", 500, 200), Apart::struck_out}};
    return page;
}

std::vector<std::string> texts(const Page& page) {
    std::vector<std::string> words;
    for (const auto& one : page.words)
        words.push_back(one.text);
    return words;
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("sheets of two pages are cut, and places stay true") {
        Document document;
        document.pages = {sheet(1, "", "2"), sheet(2, "3", "4"), sheet(3, "5", "6")};
        const auto cut = layout::in_leaves(document);
        REQUIRE(cut);
        REQUIRE(cut->document.pages.size() == 6);
        const auto& pages = cut->document.pages;
        CHECK(cut->sheet[2] == layout::OnSheet{2, 0});
        CHECK(cut->sheet[3] == layout::OnSheet{2, 421});
        CHECK(texts(pages[2]) == std::vector<std::string>{"Vänster", "3"});
        CHECK(texts(pages[3]) == std::vector<std::string>{"Höger", "4"});
        CHECK(pages[3].number == 4);
        CHECK(pages[3].width == 421);
        CHECK(pages[3].words[0].box == word("Höger", 480 - 421, 100).box);
        CHECK(pages[2].apart.empty());
        CHECK(pages[3].apart.size() == 1);
    }

    TEST_CASE("a report that lies is not cut") {
        Document document;
        document.pages = {sheet(1, "", "1"), sheet(2, "", "2")}; // a number a page
        CHECK_FALSE(layout::in_leaves(document));
        document.pages = {sheet(1, "1", "2"), sheet(2, "3", "4")};
        for (auto& page : document.pages)
            page.words.push_back(word("mitten", 410, 300));
        CHECK_FALSE(layout::in_leaves(document));
        document.pages = {sheet(1, "1", "2"), sheet(2, "3", "4")};
        for (auto& page : document.pages)
            std::swap(page.width, page.height);
        CHECK_FALSE(layout::in_leaves(document));
        CHECK_FALSE(layout::in_leaves({}));
    }
}
