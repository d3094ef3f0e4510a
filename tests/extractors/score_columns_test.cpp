// Which column is which, told by the figures.
#include "extractors/score_columns.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;

namespace {

/// A table of label, text and figures: a line a row, cells parted by bars; the first is the head if
/// `has_head`.
Table table_of(const std::vector<std::vector<std::string>>& rows, bool has_head = false) {
    Table table;
    table.has_head = has_head;
    table.figures = static_cast<int>(rows.front().size()) - 2;
    for (const auto& row : rows) {
        auto& cells = table.rows.emplace_back();
        for (const auto& text : row) {
            cells.emplace_back();
            cells.back().text = text;
        }
    }
    return table;
}

std::string shown(const ScoreColumns& columns) {
    const auto index = [](std::size_t column) {
        return column == ScoreColumns::kNone ? std::string("-") : std::to_string(column);
    };
    return index(columns.points) + " " + index(columns.max) + " " + index(columns.percent) +
           (columns.certain ? "" : " ?");
}

std::string columns_of(const std::vector<Table>& tables) {
    std::string text;
    for (const auto& columns : score_columns(tables, testing::knowledge().rules))
        text += (text.empty() ? "" : "; ") + shown(columns);
    return text;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("cells of several figures become several cells") {
        CHECK(testing::shown(with_single_figures(table_of({{"", "Fråga", "Poäng / max", "Andel"},
                                                           {"1.1", "Finns en plan?", "7 / 15", "47,0 %"},
                                                           {"1.2", "Följs den?", "8 av 25", "–"}},
                                                          true))) ==
              "head: - | Fråga | Poäng | max | Andel\n"
              "1.1 | Finns en plan? | 7 | 15 | 47%\n1.2 | Följs den? | 8 | 25 | -\n");
    }

    TEST_CASE("cells of three figures become three cells, in the order of print") {
        CHECK(testing::shown(with_single_figures(table_of({{"", "Fråga", "Poäng/max (procent)"},
                                                           {"1.1", "Finns en plan?", "10/15 (65 %)"},
                                                           {"1.2", "Följs den?", "8 av 25 (33 %)"},
                                                           {"1.3", "Varför?", "–"}},
                                                          true))) ==
              "head: - | Fråga | Poäng | max | procent\n"
              "1.1 | Finns en plan? | 10 | 15 | 65%\n1.2 | Följs den? | 8 | 25 | 33%\n"
              "1.3 | Varför? | - | - | -\n");
        CHECK(columns_of({with_single_figures(table_of({{"1.1", "Finns en plan?", "67 % (10/15)"},
                                                        {"1.2", "Följs den?", "24 % (20/85)"},
                                                        {"", "", "30 % (30/100)"}}))}) == "3 4 2");
    }

    TEST_CASE("points, maximum and percent in any order, without a head") {
        CHECK(columns_of({table_of({{"1.1", "", "10", "15", "67"},
                                    {"1.2", "", "20", "85", "24"},
                                    {"", "", "30", "100", "30"}})}) == "2 3 4");
        CHECK(columns_of({table_of({{"1.1", "", "15", "10", "67"},
                                    {"1.2", "", "85", "20", "24"},
                                    {"", "", "100", "30", "30"}})}) == "3 2 4");
        CHECK(columns_of({table_of({{"1.1", "", "67%", "15", "10"}, {"1.2", "", "24%", "85", "20"}})}) ==
              "4 3 2");
        CHECK(columns_of({table_of({{"1.1", "", "10", "15"}, {"1.2", "", "8", "25"}})}) == "2 3 -");
        CHECK(columns_of({table_of({{"1.1", "", "15", "10"}, {"1.2", "", "25", "8"}})}) == "3 2 -");
    }

    TEST_CASE("a column of something else is left, a wrong head does not decide") {
        CHECK(columns_of({table_of(
                  {{"1.1", "", "9", "10", "15", "65%"}, {"1.2", "", "6", "8", "25", "33%"}})}) == "3 4 5");
        CHECK(columns_of({table_of({{"", "Fråga", "Max", "Uppnått", "Procent"},
                                    {"1.1", "", "10", "15", "65"},
                                    {"1.2", "", "8", "25", "33"},
                                    {"1.3", "", "6", "20", "29"},
                                    {"1.4", "", "6", "10", "60"}},
                                   true)}) == "2 3 4");
    }

    TEST_CASE("all tables of one shape are read alike") {
        CHECK(columns_of({table_of({{"1.1", "", "15", "10"}, {"1.2", "", "25", "8"}}),
                          table_of({{"2.1", "", "15", "15"}, {"2.2", "", "20", "20"}})}) == "3 2 -; 3 2 -");
    }

    TEST_CASE("maxima and percents whose points were lost are no points") {
        const std::vector<std::vector<std::string>> rows = {
            {"8.1", "", "45", "52%"}, {"8.2", "", "55", "58%"}, {"", "Summa", "100", "55%"}};
        CHECK(columns_of({table_of(rows)}) == "- 2 3");
        auto headed = rows;
        headed.insert(headed.begin(), {"", "Fråga", "Max", "Procent"});
        headed.pop_back();
        CHECK(columns_of({table_of(headed, true)}) == "- 2 3");
        // Points that a table has no maxima for.
        CHECK(columns_of({table_of({{"8.1", "", "8", "52%"}, {"8.2", "", "9", "58%"}})}) == "2 - 3");
    }

    TEST_CASE("where two ways hold, it is said") {
        // 10 of 65 are 15 %, 10 of 15 are 65 %: both within rounding, and no sums tell.
        CHECK(columns_of({table_of({{"1.1", "", "10", "65", "15"}, {"1.2", "", "8", "33", "25"}})}) ==
              "2 3 4 ?");
        CHECK(columns_of({table_of({{"1.1", "", "15", "15"}, {"1.2", "", "20", "20"}})}) == "2 3 - ?");
    }
}
