// What Tesseract leaves out of a page, and percent signs that stand apart: pages drawn, and read.
#include "read/ocr/lost_ink.h"

#include "read/image/page_image.h"
#include "read/ocr/page_ocr.h"
#include "read/ocr/percent_signs.h"
#include "tests/read/tiny_pdf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace kompass::read;
using namespace kompass::read::tests;

constexpr double dpi = 300;

/// The question of every row, word by word, and where its words begin.
const std::vector<std::pair<double, const char*>> question = {
    {72, "Samverkar"}, {135, "kommunen"}, {200, "med"}, {235, "kulturlivet?"}};

std::string at(double x, double y, const std::string& text) {
    return fmt::format("BT /F1 11 Tf {} {} Td ({}) Tj ET ", x, y, text);
}

struct Row {
    const char *points, *max, *percent;
};

const std::vector<Row> rows = {{"8", "15", "52 %"},  {"9", "15", "58 %"},  {"12", "15", "80 %"},
                               {"14", "25", "56 %"}, {"37", "70", "53 %"}, {"9", "20", "45 %"}};

/// A table without rules: questions, points, maxima, percents with their signs a blank apart.
std::string table() {
    std::string content;
    double y = 700;
    for (const auto& [points, max, percent] : rows) {
        for (const auto& [x, word] : question)
            content += at(x, y, word);
        content += at(360, y, points) + at(420, y, max) + at(480, y, percent);
        y -= 20;
    }
    return content;
}

PageImage image_of(const std::string& content) {
    return pdf_page_image(tiny_pdf({{content, {}}}), 1, dpi);
}

/// What stands between these points of the page, as a word that was read.
void add_word(const CleanPage& page, double x0, double y0, double x1, double y1,
              std::vector<SeenWord>& words) {
    const auto pixel = [](double points) { return static_cast<int>(points * dpi / 72); };
    const auto ink = page.ink.ink_box({pixel(x0), pixel(y0), pixel(x1 - x0), pixel(y1 - y0)});
    REQUIRE(ink);
    words.push_back({{"7", *ink, 1, static_cast<double>(ink->bottom()), static_cast<int>(words.size())}, {}});
}

/// The words of the table and of two lines below it, but for the points and the upper line.
std::vector<SeenWord> words_read(const CleanPage& page, bool points, bool upper_line) {
    std::vector<SeenWord> words;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double top = 842 - 700 + 20 * static_cast<double>(row) - 10;
        for (const auto& [x, word] : question)
            add_word(page, x - 1, top, x + (x > 200 ? 70 : x > 190 ? 30 : 60), top + 13, words);
        if (points) add_word(page, 355, top, 400, top + 13, words);
        add_word(page, 415, top, 460, top + 13, words);
        add_word(page, 475, top, 540, top + 13, words);
    }
    if (upper_line) add_word(page, 72, 842 - 594, 300, 842 - 581, words);
    add_word(page, 72, 842 - 578, 300, 842 - 565, words);
    return words;
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("a column of figures and a line that were left out are read anew, and nothing else") {
        const std::string line = at(72, 584, "En rad mellan tv\\345 andra rader");
        const auto image = image_of(table() + line + at(72, 568, "Och en rad till st\\345r under den"));
        const auto page = cleaned(image.gray, image.dpi);
        TextReader swedish("swe");
        TextReader english("eng");
        FigureReader figures(english);
        const TextImage text(page.gray, page.dpi);
        CHECK(lost_ink(page, words_read(page, true, true), {}).empty());

        const auto without_points = words_read(page, false, true);
        const auto lost = lost_ink(page, without_points, {});
        auto found = read_lost_ink(page, lost, without_points, text, figures, swedish);
        std::sort(found.figures.begin(), found.figures.end(),
                  [](const auto& a, const auto& b) { return a.read.box.y < b.read.box.y; });
        std::string points;
        for (const auto& figure : found.figures)
            points += figure.read.text + " ";
        CHECK(points == "8 9 12 14 37 9 ");
        CHECK(found.words.empty());
        CHECK(lost_ink(page, without_points, {{0, 0, page.ink.width(), page.ink.height()}}).empty());

        auto cut = words_read(page, true, true);
        for (auto& word : cut)
            word.read.box.width -= word.read.box.height / 3;
        CHECK(lost_ink(page, cut, {}).empty());

        const auto without_line = words_read(page, true, false);
        const auto again =
            read_lost_ink(page, lost_ink(page, without_line, {}), without_line, text, figures, swedish);
        std::string read;
        for (const auto& word : again.words)
            read += (read.empty() ? "" : " ") + word.text;
        CHECK(read == "En rad mellan två andra rader");
        CHECK(again.figures.empty());
    }

    TEST_CASE("percent signs that stand apart are read as signs, and their columns as figures") {
        const auto page =
            PageOcr().read(image_of(table() + at(72, 500, "Av 20 st var 15 nya \\345r 2017 IT")));
        std::vector<std::string> percents;
        std::string last;
        for (const auto& word : page.words) {
            if (word.box.x0 > 470 && word.box.y0 < 842 - 580) percents.push_back(word.text);
            if (word.box.y0 > 842 - 515) last += (last.empty() ? "" : " ") + word.text;
        }
        std::sort(percents.begin(), percents.end());
        CHECK(fmt::format("{}", fmt::join(percents, " ")) == "45% 52% 53% 56% 58% 80%");
        CHECK(last == "Av 20 st var 15 nya år 2017 IT");
    }
}
