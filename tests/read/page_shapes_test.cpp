// What is told from a page's shapes before anything is read: tables without upright rules, bullets, specks.
#include "read/image/banded_tables.h"
#include "read/image/bullet_marks.h"
#include "read/image/clean_page.h"
#include "read/image/letter_i.h"
#include "read/image/repeated_marks.h"
#include "read/image/ruled_tables.h"
#include "read/image/specks.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace kompass::read;

constexpr double dpi = 300;
constexpr int width = 2000, height = 1200;
constexpr int letter_width = 22, letter_height = 32, letter_step = 30; ///< pixels; type of 11 points

/// A white page on which boxes are painted: letters are solid, which is enough for shapes.
class Canvas {
public:
    void paint(const PixelBox& box, char shade = 0) {
        for (int y = box.y; y < box.bottom(); ++y)
            for (int x = box.x; x < box.right(); ++x)
                pixels_[static_cast<std::size_t>(y * width + x)] = shade;
    }
    /// Letters side by side, from the top left corner.
    void write(int x, int y, int letters, char shade = 40) {
        for (int i = 0; i < letters; ++i)
            paint({x + i * letter_step, y, letter_width, letter_height}, shade);
    }
    void rule(int x, int y, int length) { paint({x, y, length, 4}); }
    [[nodiscard]] Image image() const { return Image::from_gray(pixels_.data(), width, height, width); }
    [[nodiscard]] CleanPage page() const { return cleaned(image(), dpi); }

private:
    std::string pixels_ = std::string(static_cast<std::size_t>(width * height), '\xF0');
};

/// Rows of a label, a text and three figures; `rules` from `left` on.
Canvas banded(int rows, int rule_length = 1700) {
    Canvas canvas;
    for (int r = 0; r < rows; ++r) {
        const int y = 100 + r * 90;
        canvas.rule(150, y, rule_length);
        canvas.write(160, y + 28, 2);
        canvas.write(300, y + 28, 10 + 3 * (r % 4));
        for (const int x : {1300, 1500, 1700})
            canvas.write(x, y + 28, 2);
    }
    canvas.rule(150, 100 + rows * 90, rule_length);
    return canvas;
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("stems above each other are no rule, whatever the page's height") {
        constexpr int stem = 34; // pixels: of type of 11 points
        constexpr int line = 54;
        Canvas canvas;
        for (int row = 0; row < 8; ++row)
            canvas.paint({600, 100 + row * line, 5, stem}, 40);
        CHECK(canvas.page().down.ink({0, 0, width, height}) == 0);
        CHECK(canvas.page().ink.ink({600, 100, 5, stem}) > 0);
        canvas.paint({900, 100, 4, 8 * line});
        CHECK(canvas.page().down.ink({0, 0, 800, height}) == 0);
        CHECK(canvas.page().down.ink({890, 100, 20, 8 * line}) > 0);
    }

    TEST_CASE("rows between rules across are cut into columns by the white between them") {
        const auto page = banded(6).page();
        const auto tables = banded_tables(page, {});
        REQUIRE(tables.size() == 1);
        CHECK(tables[0].rows == 6);
        CHECK(tables[0].columns == 5);
        CHECK(tables[0].cells.size() == 30);
        CHECK(banded_tables(page, tables).empty());
    }

    TEST_CASE("a title that crosses the columns is one cell") {
        auto canvas = banded(9);
        canvas.write(300, 100 + 28, 38);
        const auto tables = banded_tables(canvas.page(), {});
        REQUIRE(tables.size() == 1);
        CHECK(tables[0].columns == 5);
        CHECK(tables[0].cells[1].columns > 1);
    }

    TEST_CASE("rules that do not stack are no table") {
        Canvas canvas;
        canvas.rule(150, 200, 1700);
        canvas.write(160, 230, 20);
        canvas.rule(600, 300, 700);
        canvas.write(160, 330, 20);
        canvas.rule(150, 700, 1700);
        CHECK(banded_tables(canvas.page(), {}).empty());
    }

    TEST_CASE("dots and dashes before text are bullets, those inside text are not") {
        Canvas canvas;
        canvas.paint({150, 212, 14, 14}, 40);
        canvas.write(220, 200, 12);
        canvas.paint({150, 314, 24, 4}, 40);
        canvas.write(220, 300, 12);
        canvas.write(150, 400, 4);
        canvas.paint({300, 414, 24, 4}, 40);
        canvas.write(360, 400, 6);
        const auto marks = bullet_marks(canvas.page());
        REQUIRE(marks.size() == 2);
        CHECK(marks[0].y < 250);
        CHECK(marks[1].y > 290);
        CHECK(marks[1].width > 3 * marks[1].height);
    }

    TEST_CASE("what stands beyond a rule is not before a bullet") {
        Canvas canvas;
        for (const int y : {200, 300, 400}) {
            canvas.write(150, y, 8);
            canvas.paint({420, y + 12, 14, 14}, 40);
            canvas.write(490, y, 12);
        }
        CHECK(bullet_marks(canvas.page()).empty());
        canvas.paint({398, 150, 4, 320});
        CHECK(bullet_marks(canvas.page()).size() == 3);
    }

    TEST_CASE("a mark of any shape that comes back before texts is a bullet") {
        const auto ring = [](Canvas& canvas, int x, int y) {
            canvas.paint({x, y, 26, 4}, 40);
            canvas.paint({x, y + 22, 26, 4}, 40);
            canvas.paint({x, y, 4, 26}, 40);
            canvas.paint({x + 22, y, 4, 26}, 40);
        };
        Canvas canvas;
        for (const int y : {200, 320, 440}) {
            ring(canvas, 150, y + 3);
            canvas.write(220, y, 12);
            canvas.write(220, y + 55, 9);
        }
        const auto marks = repeated_marks(canvas.page());
        REQUIRE(marks.size() == 1);
        CHECK(marks[0].size() == 3);
        // Something else stands in the column of the marks: they are letters of a text.
        canvas.write(150, 200 + 55, 1);
        canvas.write(150, 320 + 55, 1);
        CHECK(repeated_marks(canvas.page()).empty());
    }

    TEST_CASE("a last row whose rules down the scan broke belongs to the table, cell by cell") {
        Canvas canvas;
        constexpr int left = 150, right = 1850, row = 70, rows = 5;
        for (int r = 0; r <= rows; ++r)
            canvas.rule(left, 100 + r * row, right - left);
        for (const int x : {left, 400, 1100, right}) {
            canvas.paint({x, 100, 4, (rows - 1) * row});
            for (int y = 100 + (rows - 1) * row; y < 100 + rows * row; y += 8)
                canvas.paint({x, y, 4, 5});
        }
        for (int r = 0; r < rows; ++r)
            for (const int x : {180, 500, 1300})
                canvas.write(x, 122 + r * row, 2);
        const auto tables = ruled_tables(canvas.page());
        REQUIRE(tables.size() == 1);
        CHECK(tables[0].rows == rows);
        CHECK(tables[0].columns == 3);
        CHECK(tables[0].cells.size() == 3 * rows);
    }

    TEST_CASE("dust is taken away by its size, its place and its shade") {
        Canvas canvas;
        for (int line = 0; line < 8; ++line) {
            canvas.write(150, 200 + 60 * line, 30, 50);
            canvas.paint({1050, 226 + 60 * line, 6, 6}, 60); // full stops
        }
        canvas.paint({400, 1000, 6, 6}, 60); // far from text
        canvas.paint({1050, 210, 6, 6}, 0);  // blacker than print, over the first full stop
        canvas.paint({1043, 264, 2, 2}, 60); // smaller than dots
        const auto ink = canvas.page().ink;
        CHECK(ink.ink({390, 990, 30, 30}) == 0);
        CHECK(ink.ink({1044, 205, 20, 15}) == 0);
        CHECK(ink.ink({1042, 262, 5, 5}) == 0);
        for (int line = 1; line < 8; ++line)
            CHECK(ink.ink({1045, 220 + 60 * line, 16, 16}) > 0);
    }

    TEST_CASE("dots as small as dust stay where the page has them beside letters only") {
        Canvas canvas;
        for (int line = 0; line < 8; ++line) {
            canvas.write(150, 200 + 60 * line, 30, 20);
            for (int i = 0; i < 10; ++i)
                canvas.paint({160 + 90 * i, 193 + 60 * line, 2, 2}, 20);
        }
        const Image ink = canvas.image().darker_than(128);
        CHECK(without_specks(ink, canvas.image(), dpi).ink.ink({150, 190, 900, 8}) == 40);
        for (int i = 0; i < 300; ++i)
            canvas.paint({30 + 90 * (i % 20), 700 + 30 * (i / 20), 2, 2}, 20);
        const Image dirty = canvas.image().darker_than(128);
        CHECK(without_specks(dirty, canvas.image(), dpi).ink.ink({150, 190, 900, 8}) == 0);
    }

    TEST_CASE("a dot that is smaller than others stays over a lone low stem, and goes elsewhere") {
        Canvas canvas;
        for (int line = 0; line < 8; ++line) {
            canvas.write(150, 200 + 60 * line, 30);
            canvas.paint({1045, 226 + 60 * line, 6, 6}, 40); // full stops
        }
        canvas.paint({1110, 210, 6, 22}, 40);
        canvas.paint({1110, 201, 4, 4}, 40); // the dot of an i
        canvas.paint({1110, 260, 6, 32}, 40);
        canvas.paint({1110, 251, 4, 4}, 40); // over an l
        canvas.paint({1110, 330, 6, 22}, 40);
        canvas.paint({1122, 321, 4, 4}, 40); // beside a stem
        const auto page = canvas.page();
        CHECK(page.ink.ink({1106, 198, 12, 9}) > 0);
        CHECK(page.ink.ink({1106, 248, 12, 9}) == 0);
        CHECK(page.ink.ink({1118, 318, 12, 9}) == 0);
        CHECK(is_dotted_stem({1106, 196, 14, 38}, page));
        CHECK_FALSE(is_dotted_stem({1106, 246, 14, 48}, page));
        CHECK_FALSE(is_dotted_stem({1106, 324, 14, 30}, page));
    }

    TEST_CASE(
        "three dots alike in a row are an ellipsis, even far from letters, and have bullets before them") {
        constexpr int dot = 6;
        constexpr int pitch = 12; // a quarter of the type
        const auto dots = [&](Canvas& canvas, int x, int y, int count) {
            for (int i = 0; i < count; ++i)
                canvas.paint({x + i * pitch, y, dot, dot}, 40);
        };
        Canvas canvas;
        for (int line = 0; line < 8; ++line)
            canvas.write(500, 200 + 60 * line, 30);
        canvas.write(540, 800, 20);
        dots(canvas, 440, 826, 3);
        canvas.paint({380, 808, 14, 14}, 40); // the bullet, whose text is out of reach
        dots(canvas, 1400, 900, 9);           // a row that leads to a page's number
        canvas.write(1400, 960, 3);
        dots(canvas, 1400, 950, 3); // over letters: of i
        const auto page = canvas.page();
        REQUIRE(page.ellipses == std::vector<PixelBox>{{440, 826, 2 * pitch + dot, dot}});
        CHECK(page.ink.ink(page.ellipses[0]) > 0);
        CHECK(bullet_marks(page) == std::vector<PixelBox>{{380, 808, 14, 14}});
    }

    TEST_CASE("what lies around the paper is no ink") {
        auto canvas = banded(4);
        canvas.paint({0, 0, width, 40}, 20);
        canvas.paint({width - 50, 0, 50, height}, 20);
        const auto page = canvas.page();
        CHECK(page.ink.ink({0, 0, width, 45}) == 0);
        CHECK(page.ink.ink({width - 55, 0, 55, height}) == 0);
        CHECK(banded_tables(page, {}).size() == 1);
    }
}
