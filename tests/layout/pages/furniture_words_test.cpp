// Line numbers and watermarks.
#include "layout/pages/furniture_words.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;

namespace {

Word word(std::string text, double x, double y, double size = 10) {
    Word word;
    const double width = 0.5 * size * static_cast<double>(text.size());
    word.text = std::move(text);
    word.box = {x, y, x + width, y + size};
    word.font_size = size;
    return word;
}

std::string shown(const std::vector<Page>& pages) {
    std::string text;
    for (const auto& page : layout::without_furniture(pages)) {
        for (const auto& word : page.words)
            text += word.text + " ";
        text += "/ ";
    }
    return text;
}

Page page(std::vector<Word> words) {
    Page page;
    page.words = std::move(words);
    return page;
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("numbers that count lines in the margin, also on pages with few") {
        CHECK(shown({page({word("5", 40, 100), word("Text", 80, 100), word("10", 40, 160),
                           word("Text", 80, 160), word("15", 40, 220), word("Text", 80, 220)}),
                     page({word("20", 40, 100), word("Text", 80, 100)})}) == "Text Text Text / Text / ");
    }

    TEST_CASE("the lines of two columns counted at one margin") {
        std::vector<Word> words;
        for (int i = 1; i <= 3; ++i) {
            words.push_back(word(std::to_string(5 * i), 40, 100.0 * i));
            words.push_back(word(std::to_string(5 * i + 15), 40, 100.0 * i + 30));
            words.push_back(word("Text", 80, 100.0 * i));
        }
        CHECK(shown({page(words)}) == "Text Text Text / ");
    }

    TEST_CASE("the maxima of a table grow by one step, but not down the page") {
        CHECK(shown({page({word("Text", 80, 90), word("15", 200, 100), word("20", 200, 120),
                           word("25", 200, 140), word("30", 200, 160), word("10", 200, 180)})}) ==
              "Text 15 20 25 30 10 / ");
    }

    TEST_CASE("figures at the other edge of the text are a column of the table") {
        const auto counted = [](std::vector<Word> more) {
            std::vector<Word> words{word("5", 40, 100),    word("Text", 80, 100), word("10", 40, 160),
                                    word("Text", 80, 160), word("15", 40, 220),   word("Text", 80, 220)};
            words.insert(words.end(), more.begin(), more.end());
            return page(words);
        };
        CHECK(shown({counted({word("33", 200, 100), word("65", 200, 160), word("41", 200, 220)}),
                     counted({word("17", 200, 300)})}) == "Text Text Text 33 65 41 / Text Text Text 17 / ");
    }

    TEST_CASE("numbers of a table's rows and lone numbers stay") {
        CHECK(shown({page({word("1", 40, 100), word("2", 40, 160), word("3", 40, 220),
                           word("Fråga", 40, 280)})}) == "1 2 3 Fråga / ");
        CHECK(shown({page({word("7", 40, 100), word("Text", 80, 100)})}) == "7 Text / ");
    }

    TEST_CASE("small raised numbers behind a word call footnotes") {
        auto mark = word("1", 101, 98, 6);
        CHECK(shown({page({word("Text", 80, 100), mark, word("sedan", 110, 100)})}) == "Text sedan / ");
        mark.box = {101, 104, 104, 110}; // on the line
        CHECK(shown({page({word("Text", 80, 100), mark})}) == "Text 1 / ");
    }

    TEST_CASE("huge words at one place of most pages") {
        const auto marked = [](const char* text) {
            return page({word("UTKAST", 100, 300, 80), word(text, 80, 100)});
        };
        CHECK(shown({marked("ett"), marked("två"), marked("tre")}) == "ett / två / tre / ");
        CHECK(shown({marked("ett"), page({word("två", 80, 100)})}) == "UTKAST ett / två / ");
    }
}
