#include "read/pdf/looks.h"

#include "read/reader.h"
#include "read/triage.h"
#include "tests/read/temp_folder.h"
#include "tests/read/tiny_pdf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::read::tests;

/// The pages of a PDF whose contents these are.
std::vector<Page> pages(const std::vector<TinyPage>& contents) {
    const TempFolder folder;
    return read::read_document(folder.write("fil.pdf", tiny_pdf(contents)), {}).pages;
}

Page page(const std::string& content, const std::string& entries = {}) {
    return pages({{content, entries}}).at(0);
}

std::string shown(const Page& page) {
    std::string words;
    for (const auto& word : page.words)
        words += (words.empty() ? "" : " ") + word.text;
    return words;
}

/// "12 covered, UTKAST slanted".
std::string apart(const Page& page) {
    std::string words;
    for (const auto& [word, why] : page.apart)
        words += fmt::format("{}{} {}", words.empty() ? "" : ", ", word.text, name_of(why));
    return words;
}

std::string at(double x, double y, const std::string& text, const std::string& font = "/F1 12 Tf") {
    return fmt::format("BT {} {} {} Td ({}) Tj ET ", font, x, y, text);
}

/// A line long enough to tell how a page is held.
std::string long_line() {
    return "(En rad som har s\\345 m\\345nga bokst\\344ver att den visar hur sidan ska h\\345llas) Tj ";
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("what is painted over is no text, what is painted before is its ground") {
        const auto old = at(100, 700, "12");
        const std::string white = "1 g 98 696 20 16 re f 0 g ";
        const auto covered = page(old + white + at(101, 700, "13"));
        CHECK(shown(covered) == "13");
        CHECK(apart(covered) == "12 covered");
        CHECK(shown(page(white + old)) == "12");
        CHECK(shown(page(old + "1 g 98 696 2.5 16 re f")) == "12"); // its edge alone
        CHECK(shown(page(old + "0 g 98 690 20 3 re f")) == "12");   // beside it
    }

    TEST_CASE("a word that is painted over in part is whole, and unsure with what is seen of it") {
        const auto figure = at(100, 700, "13"); // from 100 to 106.7 and to 113.3
        const auto readings = [](const Page& page) {
            std::string text;
            for (const auto& word : page.words)
                for (const auto& reading : word.readings)
                    text += (text.empty() ? "" : " ") + reading;
            return text;
        };
        const std::string white_picture = "q 7.7 0 0 16 99 696 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \377 EI Q ";
        const std::string other = at(72, 400, "Resten av sidan");
        for (const auto& half : {std::string("1 g 99 696 7.7 16 re f "), std::string("1 g 99 696 5 16 re f "),
                                 std::string("1 g 99 696 3 16 re f 101 696 3 16 re f "), white_picture}) {
            CAPTURE(half);
            const auto read = page(other + figure + half);
            CHECK(shown(read) == "13 Resten av sidan");
            CHECK(read.words.front().confidence == 0.5);
            CHECK(readings(read) == "3");
            CHECK(read.words.back().confidence == 1);
            CHECK(apart(read).empty());
        }
        // Every letter by half: nobody knows.
        const auto lower_half = page(figure + "1 g 99 699 20 5 re f ");
        CHECK(shown(lower_half) == "13");
        CHECK(lower_half.words.front().confidence == 0.5);
        // A hidden letter in whose place another stands: the word is corrected.
        const auto corrected = page(at(100, 700, "65%") + "1 g 99 696 14 16 re f 0 g " + at(106.7, 700, "7"));
        CHECK(shown(corrected) == "7 %");
        CHECK(readings(corrected).empty());
        CHECK(apart(corrected) == "65 covered");
    }

    TEST_CASE("a picture hides the words that it is painted over, unless it is the page") {
        const auto picture = [](const std::string& place) {
            return fmt::format("q {} cm BI /W 1 /H 1 /BPC 8 /CS /G ID \377 EI Q ", place);
        };
        const auto words = at(72, 700, "Synlig text") + at(72, 600, "Dold");
        const std::string over_second = "200 0 0 30 60 590";
        const auto hidden = page(words + picture(over_second));
        CHECK(shown(hidden) == "Synlig text");
        CHECK(apart(hidden) == "Dold covered");
        CHECK(shown(page(picture(over_second) + words)) == "Synlig text Dold");
        CHECK(shown(page(words + picture("595 0 0 842 0 0"))) == "Synlig text Dold");
        CHECK(shown(page(at(72, 700, "Synlig text") + "3 Tr " + at(72, 600, "Dold") +
                         picture(over_second))) == "Synlig text Dold");
        // A stencil and one aslant show what is beneath.
        CHECK(shown(page(words + "q 200 0 0 30 60 590 cm 0.9 g BI /W 1 /H 1 /IM true ID \200 EI Q ")) ==
              "Synlig text Dold");
        CHECK(shown(page(words + picture("200 40 -40 30 60 590"))) == "Synlig text Dold");
    }

    TEST_CASE("letters of the colour of their ground are unseen") {
        const auto white_on_paper = page(at(72, 700, "Synlig") + "1 g " + at(72, 600, "Dold"));
        CHECK(shown(white_on_paper) == "Synlig");
        CHECK(apart(white_on_paper) == "Dold unseen");
        CHECK(shown(page("0.2 g 60 590 300 30 re f 1 g " + at(72, 600, "Vit"))) == "Vit");
        CHECK(apart(page("0.2 g 60 590 300 30 re f " + at(72, 600, "M\\366rk"))) == "Mörk unseen");
        // A round field: nobody knows how far it goes.
        CHECK(shown(page("0.2 g 60 600 m 60 700 200 700 200 600 c f 1 g " + at(100, 620, "Vit"))) == "Vit");
        CHECK(shown(page(
                  "60 0 0 30 70 590 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \001 EI 0.0166 0 0 0.0333 0 0 cm 1 g " +
                  at(5, 8, "Vit"))) == "Vit");
    }

    TEST_CASE("a layer without ink is the text of a picture and nothing else") {
        const std::string picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \377 EI Q ";
        const auto hidden = "3 Tr " + at(72, 700, "Lager");
        CHECK(shown(page(picture + hidden)) == "Lager");
        CHECK(shown(page(hidden)) == "Lager"); // all there is: the ink is asked
        const auto both = page(at(72, 720, "Text") + hidden);
        CHECK(shown(both) == "Text");
        CHECK(apart(both) == "Lager unseen");
        CHECK(shown(page(picture + at(72, 700, "Lager") + hidden)) == "Lager");
    }

    TEST_CASE("a figure that a line goes through is struck out") {
        const auto figures = at(100, 700, "1") + at(107, 700, "7");
        const auto struck = page(figures + "0.5 w 99.5 704 m 107 704 l S");
        CHECK(shown(struck) == "7");
        CHECK(apart(struck) == "1 struck-out");
        CHECK(shown(page("99.5 703.7 7 0.6 re f " + figures)) == "7");
        // Underlined, ruled above, crossed by the rule of a whole table.
        for (const char* rule : {"0.5 w 99.5 698.5 m 114 698.5 l S", "0.5 w 99.5 710 m 114 710 l S",
                                 "0.5 w 20 704 m 500 704 l S"})
            CHECK(shown(page(figures + rule)) == "17");
    }

    TEST_CASE("marks aslant and annotations stand apart") {
        const auto mark =
            page("0.8 g BT /F1 80 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (UTKAST) Tj ET 0 g " + at(72, 400, "Ordet"));
        CHECK(shown(mark) == "Ordet");
        CHECK(apart(mark) == "UTKAST slanted");
        // A field over a letter of it leaves what stands in its box alone.
        const auto crossed = page("0.8 g BT /F1 80 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (UTKAST) Tj ET "
                                  "1 g 150 230 60 60 re f 0 g " +
                                  at(200, 330, "Ordet"));
        CHECK(shown(crossed) == "Ordet");
        CHECK(crossed.words.front().confidence == 1);
        const auto noted =
            page(at(72, 700, "Ordet"),
                 "/Annots [<< /Type /Annot /Subtype /FreeText /Rect [70 600 200 630] /DA (/Helv 12 Tf 0 g) "
                 "/Contents (Inkom) >>]");
        CHECK(shown(noted) == "Ordet");
        CHECK(apart(noted) == "Inkom annotation");
    }

    TEST_CASE("raised figures call notes, but for powers") {
        const auto noted = page(at(72, 700, "8\\271") + at(72, 650, "40 m\\262"));
        CHECK(shown(noted) == "8 40 m²");
        CHECK(apart(noted) == "¹ note-mark");
    }

    TEST_CASE("text on its side is turned, whether the page or the text is") {
        const auto straight = page("BT /F1 12 Tf 72 700 Td " + long_line() + "ET");
        const auto in_content = page("BT /F1 12 Tf 0 1 -1 0 142 72 Tm " + long_line() + "ET");
        const auto by_page = page("BT /F1 12 Tf 72 500 Td " + long_line() + "ET", "/Rotate 90");
        const auto on_its_head = page("BT /F1 12 Tf -1 0 0 -1 500 142 Tm " + long_line() + "ET");
        CHECK(straight.width == doctest::Approx(595));
        CHECK(in_content.width == doctest::Approx(842));
        CHECK(by_page.width == doctest::Approx(595));
        for (const auto& turned : {in_content, by_page, on_its_head}) {
            CHECK(shown(turned) == shown(straight));
            CHECK(turned.words.front().box.width() == doctest::Approx(straight.words.front().box.width()));
            CHECK(turned.words.front().box.y0 == doctest::Approx(turned.words.back().box.y0));
            CHECK(turned.words.back().box.x0 > turned.words.front().box.x0);
        }
    }

    TEST_CASE("what lies outside the clip is not shown") {
        const auto clipped =
            page("q 60 600 200 200 re W n " + at(72, 700, "Inne") + at(72, 500, "Ute") + "Q");
        CHECK(shown(clipped) == "Inne");
        CHECK(apart(clipped) == "Ute unseen");
    }

    TEST_CASE("a scanned cover under a line of text is left for OCR, a photograph is not") {
        const auto over = [](const std::string& samples) {
            return page(fmt::format("q 595 0 0 842 0 0 cm BI /W 20 /H 20 /BPC 8 /CS /G /F /AHx ID {}> EI Q ",
                                    samples) +
                        at(72, 820, "Signerat av Anna"));
        };
        std::string paper(800, 'F');
        paper.replace(400, 20, std::string(20, '0')); // something stands on it
        std::string photograph;
        for (int i = 0; i < 400; ++i)
            photograph += i % 3 == 0 ? "20" : i % 3 == 1 ? "90" : "D0";
        CHECK(read::awaits_ocr(over(paper)));
        CHECK(over(paper).words.size() == 3);
        CHECK(over(std::string(800, 'F')).reading == Reading::text_layer);
        CHECK(over(photograph).why.find("picture of the page") == std::string::npos);
    }

    TEST_CASE("a picture full of print is left for OCR, and the words beside it stay") {
        std::string samples; // lines of small blots
        constexpr int side = 120;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                samples += y % 4 == 1 && (x * 7 + y) % 5 < 3 ? "00" : "FF";
        const auto picture = [&](const std::string& pixels) {
            return fmt::format("q 450 0 0 300 72 200 cm BI /W {0} /H {0} /BPC 8 /CS /G /F /AHx ID {1}> EI Q ",
                               side, pixels);
        };
        std::string words;
        for (int y = 780; y > 620; y -= 20)
            words += at(72, y, "Den h\\344r texten st\\345r ovanf\\366r en bild");
        const auto with_table = page(words + picture(samples));
        CHECK(read::awaits_ocr(with_table));
        CHECK(with_table.why == "OCR: a picture on the page is full of print");
        REQUIRE(with_table.unread.size() == 1);
        CHECK(with_table.unread.front().y0 == doctest::Approx(842 - 500));
        CHECK(with_table.words.size() == 56);
        const auto with_field = page(words + picture(std::string(2 * side * side, '8')));
        CHECK(with_field.reading == Reading::text_layer);
    }
}
