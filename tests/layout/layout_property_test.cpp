// Whatever the questions, figures, alignment and wrapping: what was set comes back as it was.
#include "layout/items.h"
#include "layout/transcript/woven_columns.h"
#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/typeset_page.h"
#include "text/unicode.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace kompass;

namespace {

const std::vector<std::string> kWords = {"mål",         "dialog", "budget",   "skolan", "nämnder",
                                         "uppföljning", "webben", "invånare", "ledare", "samverkan",
                                         "plan",        "råd",    "tjänster", "ekonomi"};

/// `count` words, the first with a capital.
std::string phrase(int count) {
    std::string text = "Finns";
    for (int i = 1; i < count; ++i)
        text += " " + *rc::gen::elementOf(kWords);
    return text;
}

/// The text's words in lines of at most `width` letters, as a typesetter breaks them: å is as wide as a.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
    std::vector<std::string> lines(1);
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find(' ', start), text.size());
        const auto word = text.substr(start, end - start);
        const auto letters = [](const std::string& part) { return unicode::code_points(part).size(); };
        if (!lines.back().empty() && letters(lines.back()) + 1 + letters(word) > width) lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : " ") + word;
        start = end + 1;
    }
    return lines;
}

struct SetRow {
    std::string label, text;
    std::vector<std::string> figures;
};

enum class Align { left, centre, right };

/// Sets the row's lines on `page`; label and figures stand on line `anchor` of the wrapped text.
void set_row(testing::TypesetPage& page, const SetRow& row, Align align, std::size_t anchor, double& y) {
    constexpr double text_x = 80;
    constexpr double column = 60;
    constexpr double first_column = 380;
    const auto lines = row.text.empty() ? std::vector<std::string>{""} : wrapped(row.text, 36);
    for (std::size_t l = 0; l < lines.size(); ++l, y += testing::kLineHeight) {
        page.at(y);
        if (l == anchor && !row.label.empty()) page.word(row.label, 50);
        double x = text_x;
        for (std::size_t start = 0; start < lines[l].size();) {
            const auto end = std::min(lines[l].find(' ', start), lines[l].size());
            const auto word = lines[l].substr(start, end - start);
            page.word(word, x);
            x += testing::kColumnWidth * static_cast<double>(unicode::code_points(word).size() + 1);
            start = end + 1;
        }
        for (std::size_t f = 0; l == anchor && f < row.figures.size(); ++f) {
            const double width = testing::kColumnWidth * static_cast<double>(row.figures[f].size());
            const double room = 30 - width;
            const double shift = align == Align::left ? 0 : align == Align::right ? room : room / 2;
            page.word(row.figures[f], first_column + column * static_cast<double>(f) + shift);
        }
    }
}

SetRow some_row(int number, bool percent_signs) {
    const int max = *rc::gen::elementOf(std::vector<int>{5, 10, 15, 20, 25, 30});
    const int points = *rc::gen::inRange(0, max + 1);
    const int percent = 100 * points / max;
    return {
        "3." + std::to_string(number),
        phrase(*rc::gen::inRange(2, 9)) + "?",
        {std::to_string(points), std::to_string(max), std::to_string(percent) + (percent_signs ? "%" : "")}};
}

std::string shown(const SetRow& row) {
    std::string text = (row.label.empty() ? "-" : row.label) + " | " + (row.text.empty() ? "-" : row.text);
    for (const auto& figure : row.figures)
        text += " | " + figure;
    return text + "\n";
}

/// Items of one column, and its lines with a bullet at each item's head.
struct SetColumn {
    std::vector<std::string> items, lines;
};

SetColumn some_column(std::size_t width) {
    SetColumn column;
    const int items = *rc::gen::inRange(2, 6);
    for (int i = 0; i < items; ++i) {
        column.items.push_back(phrase(*rc::gen::inRange(2, 9)));
        auto lines = wrapped(column.items.back(), width);
        lines.front().insert(0, "= ");
        column.lines.insert(column.lines.end(), lines.begin(), lines.end());
    }
    return column;
}

std::vector<std::string> items_of(const std::vector<SourceLine>& lines) {
    std::vector<std::string> items;
    for (auto& item : layout::list_items(lines, layout::BulletGlyphs::scanned, testing::hints()))
        items.push_back(std::move(item.text));
    return items;
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("random score tables set as words come back as they were") {
        CHECK(rc::check([] {
            const auto align = *rc::gen::element(Align::left, Align::centre, Align::right);
            const bool percent_signs = *rc::gen::arbitrary<bool>();
            const int anchor_kind = *rc::gen::inRange(0, 3);
            const int questions = *rc::gen::inRange(2, 8);
            testing::TypesetPage page;
            double y = 130;
            std::string expected = "table\nhead: 3 | Styrning | Uppnått | Max | Procent\n";
            set_row(page, {"3", "Styrning", {"Uppnått", "Max", "Procent"}}, Align::left, 0, y);
            for (int q = 1; q <= questions; ++q) {
                const auto row = some_row(q, percent_signs);
                const auto lines = wrapped(row.text, 36).size();
                const std::size_t anchor = anchor_kind == 0 ? 0 : anchor_kind == 1 ? lines / 2 : lines - 1;
                set_row(page, row, align, anchor, y);
                expected += shown(row);
            }
            const SetRow sums{"", "", {"40", "100", percent_signs ? "40%" : "40"}};
            set_row(page, sums, align, 0, y);
            RC_ASSERT(testing::shown(testing::laid_out(testing::typeset({page}))) == expected + shown(sums));
        }));
    }

    TEST_CASE("random columns of items woven with bars come back") {
        CHECK(rc::check([] {
            const auto left = some_column(30);
            const auto right = some_column(26);
            std::vector<SourceLine> lines;
            for (std::size_t i = 0; i < std::max(left.lines.size(), right.lines.size()); ++i) {
                std::string text = i < left.lines.size() ? left.lines[i] : "";
                if (i < right.lines.size()) text += (text.empty() ? "| " : " | ") + right.lines[i];
                lines.push_back({text, {1, std::nullopt}, false});
            }
            // Bars show the columns only where most lines have one.
            RC_PRE(right.lines.size() * 5 >= lines.size() * 3);
            const auto columns = layout::unwoven(lines, testing::hints());
            RC_ASSERT(items_of(columns.left) == left.items);
            RC_ASSERT(items_of(columns.right) == right.items);
        }));
    }
}
