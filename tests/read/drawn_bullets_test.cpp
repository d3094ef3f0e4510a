// Bullets that are drawn, found on a small picture of the page.
#include "read/pdf/drawn_bullets.h"

#include "read/pdf/page_ink.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;

namespace {

Word word(std::string text, double x, double y) {
    Word word;
    word.box = {x, y, x + 5 * static_cast<double>(text.size()), y + 12};
    word.text = std::move(text);
    word.font_size = 10;
    return word;
}

/// A white page of 400 by 400 points.
read::DrawnPage blank() {
    read::DrawnPage page;
    page.width = page.height = page.bytes_per_row = static_cast<int>(400 * read::ink_resolution / 72);
    page.gray.assign(static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height), '\xff');
    return page;
}

void draw(read::DrawnPage& page, const Box& box) {
    const double scale = read::ink_resolution / 72;
    for (int y = static_cast<int>(box.y0 * scale); y < static_cast<int>(box.y1 * scale); ++y)
        for (int x = static_cast<int>(box.x0 * scale); x < static_cast<int>(box.x1 * scale); ++x)
            page.gray[static_cast<std::size_t>(y * page.bytes_per_row + x)] = '\x20';
}

Page list_page() {
    Page page;
    page.words = {word("Styrkor", 50, 100), word("Öppna", 70, 120), word("möten", 98, 120),
                  word("Samlad", 70, 140),  word("webb", 104, 140), word("Text", 50, 160)};
    return page;
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("marks before lines at one indent are bullets") {
        const auto starts = read::indented_starts(list_page());
        REQUIRE(starts.size() == 2);
        auto drawn = blank();
        draw(drawn, {58, 124, 62, 128});
        draw(drawn, {58, 144, 62, 148});
        const auto bullets = read::drawn_bullets(starts, list_page(), drawn);
        REQUIRE(bullets.size() == 2);
        CHECK(bullets[0].text == "•");
        CHECK(bullets[0].box == Box{58, 120, 62, 132});
        CHECK(bullets[1].box.y0 == 140);
    }

    TEST_CASE("rules and pictures are no bullets, nor is nothing") {
        const auto starts = read::indented_starts(list_page());
        CHECK(read::drawn_bullets(starts, list_page(), blank()).empty());
        auto rule = blank();
        draw(rule, {60, 90, 62, 200});
        CHECK(read::drawn_bullets(starts, list_page(), rule).empty());
        auto cell = blank(); // the rule above one, which begins a little left of its text
        draw(cell, {62, 120, 300, 122});
        CHECK(read::drawn_bullets(starts, list_page(), cell).empty());
        auto picture = blank();
        draw(picture, {40, 110, 66, 136});
        CHECK(read::drawn_bullets(starts, list_page(), picture).empty());
    }

    TEST_CASE("a bullet may begin where its line does; what stands above or below has ink there") {
        const auto starts = read::indented_starts(list_page());
        auto drawn = blank();
        draw(drawn, {58, 120, 62, 124});
        draw(drawn, {58, 138, 62, 144});
        const auto bullets = read::drawn_bullets(starts, list_page(), drawn);
        REQUIRE(bullets.size() == 1);
        CHECK(bullets[0].box.y0 == 120);
    }

    TEST_CASE("the last letter of a line in the column before is no bullet") {
        auto page = list_page();
        page.words.push_back(word("i", 50, 120));
        auto drawn = blank();
        draw(drawn, {52, 124, 54, 128});
        CHECK(read::drawn_bullets(read::indented_starts(page), page, drawn).empty());
    }

    TEST_CASE("lines behind letters for bullets or behind numbers are not looked at") {
        for (const char* before : {"•", "1.1"}) {
            auto page = list_page();
            page.words.push_back(word(before, 52, 120));
            CHECK(read::indented_starts(page).empty());
        }
    }

    TEST_CASE("a page that holds nothing but the rest of a list") {
        Page page;
        page.words = {word("Öppna", 92, 60), word("Samlad", 92, 80)};
        CHECK(read::indented_starts(page).size() == 2);
        page.words = {word("Text", 70, 60), word("Samlad", 70, 80)};
        CHECK(read::indented_starts(page).empty());
    }

    TEST_CASE(
        "the last item of a list from the page before stands beside the next column's, or alone at the top") {
        auto page = list_page();
        page.words.push_back(word("Tydligare", 230, 120));
        CHECK(read::indented_starts(page).size() == 3);
        page.words = {word("Kommunkompassen", 50, 30), word("Öppna", 70, 60), word("Inspiration", 50, 100),
                      word("Text", 50, 120)};
        REQUIRE(read::indented_starts(page).size() == 1);
        CHECK(read::indented_starts(page).front().text == "Öppna");
    }

    TEST_CASE("one indented line alone is not looked at") {
        Page page;
        page.words = {word("Område", 50, 60), word("Text", 50, 80), word("Styrkor", 50, 100),
                      word("Öppna", 70, 120)};
        CHECK(read::indented_starts(page).empty());
    }
}
