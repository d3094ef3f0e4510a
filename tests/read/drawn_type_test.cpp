// Type of fonts that are drawings (Type 3): its size is told by what letters are wide.
#include "read/reader.h"
#include "tests/read/temp_folder.h"
#include "tests/read/tiny_pdf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace {

using namespace kompass;
using namespace kompass::read::tests;

/// A font whose letters are all as wide as `width` in units of `unit` of what it is set in.
std::string drawn_font(double unit, int width) {
    std::string widths;
    for (int code = 'a'; code <= 'l'; ++code)
        widths += fmt::format("{} ", width);
    return fmt::format(
        "/Resources << /Font << /F3 << /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] "
        "/FontMatrix [{0} 0 0 {0} 0 0] /CharProcs << >> /FirstChar 97 /LastChar 108 "
        "/Encoding << /Type /Encoding /Differences [97 /a /b /c /d /e /f /g /h /i /j /k /l] >> "
        "/Widths [{1}] >> >> >>",
        unit, widths);
}

/// The word "abcdefg" on a baseline 142 points below the page's top.
Word word_in(const std::string& font, double size) {
    const TempFolder folder;
    const auto content = fmt::format("BT /F3 {} Tf 72 700 Td (abcdefg) Tj ET", size);
    const auto document = read::read_document(folder.write("fil.pdf", tiny_pdf({{content, font}})), {});
    REQUIRE(document.pages.at(0).words.size() == 1);
    return document.pages[0].words[0];
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("drawn type that is scaled as fonts are has the size it is set in") {
        for (const double size : {8.0, 12.0, 20.0}) {
            CAPTURE(size);
            const auto word = word_in(drawn_font(0.001, 500), size);
            CHECK(word.text == "abcdefg");
            CHECK(word.font_size == doctest::Approx(size));
            CHECK(word.box.y0 == doctest::Approx(142 - 0.9 * size));
            CHECK(word.box.y1 == doctest::Approx(142 + 0.2 * size));
        }
    }

    TEST_CASE("drawn type of another scale is as large as its letters are wide") {
        const auto word = word_in(drawn_font(0.12, 50), 1); // letters 6 points wide
        CHECK(word.font_size > 10);
        CHECK(word.font_size < 13);
    }

    TEST_CASE("letters that stand a little apart are of one word, those behind a blank of another") {
        const TempFolder folder;
        const auto shown = [&](int thousandths) {
            const auto content = fmt::format("BT /F3 12 Tf 72 700 Td [(abc) {} (def)] TJ ET", -thousandths);
            const auto file = tiny_pdf({{content, drawn_font(0.001, 500)}});
            const auto document = read::read_document(folder.write("fil.pdf", file), {});
            std::string words;
            for (const auto& word : document.pages.at(0).words)
                words += word.text + " ";
            return words;
        };
        CHECK(shown(0) == "abcdef ");
        CHECK(shown(120) == "abcdef ");
        CHECK(shown(260) == "abc def ");
    }
}
