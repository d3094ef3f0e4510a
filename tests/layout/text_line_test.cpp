#include "layout/text_line.h"

#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::layout;
using kompass::testing::TypesetPage;

namespace {

std::vector<std::string> texts_of(const std::vector<TextLine>& lines) {
    std::vector<std::string> texts;
    for (const auto& line : lines)
        texts.push_back(line.text);
    return texts;
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("words of one baseline make a line, left to right, top to bottom") {
        auto page = TypesetPage(3).text("ett två tre\nfyra fem").page();
        std::reverse(page.words.begin(), page.words.end());
        const auto lines = text_lines(page);
        CHECK(texts_of(lines) == std::vector<std::string>{"ett två tre", "fyra fem"});
        CHECK(lines[0].page == 3);
        CHECK(lines[0].size == doctest::Approx(10));
        CHECK(lines[0].box.x0 == doctest::Approx(50));
        CHECK(gap_between(lines[0], lines[1]) == doctest::Approx(2));
    }

    TEST_CASE("words of slightly different size share a baseline") {
        TypesetPage page;
        page.word("Mål", 50).word("12", 90, {8, false});
        auto raised = page.page();
        raised.words[1].box.y1 = raised.words[0].box.y1 - 0.4; // 0.2 em of each size
        raised.words[1].box.y0 = raised.words[1].box.y1 - 9.6;
        CHECK(texts_of(text_lines(raised)) == std::vector<std::string>{"Mål 12"});
    }

    TEST_CASE("a large figure beside small lines is a line of its own") {
        const auto page =
            TypesetPage().text("Strategi\nDialog\nEtik").at(137).word("52", 300, {20, true}).page();
        const auto lines = text_lines(page);
        REQUIRE(lines.size() == 4);
        CHECK(texts_of(lines) == std::vector<std::string>{"Strategi", "Dialog", "52", "Etik"});
    }

    TEST_CASE("wide gaps part segments") {
        const auto lines = text_lines(TypesetPage().text("ett två   tre").page());
        const auto parts = lines.at(0).segments(1.1);
        REQUIRE(parts.size() == 2);
        CHECK(parts[0].text == "ett två");
        CHECK(parts[1].text == "tre");
        CHECK(lines[0].segments(5).size() == 1);
    }

    TEST_CASE("a line is bold if most of it is; the body is what most is set in") {
        TypesetPage page;
        page.word("Styrkor", 50, testing::kBold).word("och", 100);
        CHECK(text_lines(page.page()).at(0).bold);
        const auto lines =
            text_lines(TypesetPage().text("Rubrik", {16, true}).text("löpande text\nmer text").page());
        CHECK(body_size(lines) == doctest::Approx(10));
        CHECK(body_size({}) == 0);
    }

    TEST_CASE("an empty page has no lines") {
        CHECK(text_lines(Page{}).empty());
    }

    TEST_CASE("letters with blanks between them are words, which wider blanks part") {
        const auto spelt = [](const std::string& letters, double blank) {
            TypesetPage page;
            double x = 50;
            for (const char letter : letters) {
                if (letter == ' ') {
                    x += blank;
                    continue;
                }
                page.word(std::string(1, letter), x);
                x = page.page().words.back().box.x1 + blank;
            }
            return texts_of(text_lines(page.page())).at(0);
        };
        CHECK(spelt("STYRKOR", 2.5) == "STYRKOR");
        CHECK(spelt("VAD KAN BLI", 2.5) == "VAD KAN BLI");
        CHECK(spelt("iou", 2.5) == "i o u");         // too few
        CHECK(spelt("ABCDEF", 30) == "A B C D E F"); // heads of columns
        TypesetPage mixed;
        mixed.text("S T Y R K O R vecka 7");
        CHECK(texts_of(text_lines(mixed.page())) == std::vector<std::string>{"STYRKOR vecka 7"});
    }

    TEST_CASE("letters set wide apart are one word") {
        TypesetPage page;
        double x = 50;
        for (const char* letter : {"S", "t", "y", "rk", "a"}) {
            page.word(letter, x);
            x = page.page().words.back().box.x1 + 1.2;
        }
        page.word("i", x + 3);
        CHECK(texts_of(text_lines(page.page())) == std::vector<std::string>{"Styrka i"});

        TypesetPage many; // single letters enough to be taken for spelt out, and a ligature behind them
        x = 50;
        for (const char* letter : {"F", "u", "n", "g", "e", "ra", "r"}) {
            many.word(letter, x);
            x = many.page().words.back().box.x1 + 1.2;
        }
        CHECK(texts_of(text_lines(many.page())) == std::vector<std::string>{"Fungerar"});
    }
}
