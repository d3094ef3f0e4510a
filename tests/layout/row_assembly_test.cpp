#include "layout/row_assembly.h"

#include "tests/support/shown.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;
using namespace kompass::layout;

namespace {

using Figures = std::vector<std::string>;

std::string rows_of(const std::vector<RowLine>& lines) {
    std::string rows;
    for (const auto& row : assemble_rows(lines, 3))
        rows += testing::shown(row) + "\n";
    return rows;
}

RowLine line(std::string label, std::string text, Figures figures = {}, bool gap = false) {
    RowLine row;
    row.label = std::move(label);
    row.text = std::move(text);
    for (auto& figure : figures)
        row.figures.emplace_back().text = std::move(figure);
    row.place = {1, std::nullopt};
    row.gap_before = gap;
    return row;
}

const Figures kFive = {"5", "15", "33%"}, kNine = {"9", "20", "45%"}, kSums = {"14", "35", "40%"};

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("label and figures on a question's first line") {
        CHECK(rows_of({line("1.1", "Finns en plan för", kFive), line("", "dialog?"),
                       line("1.2", "Används webben", kNine), line("", "aktivt?"), line("", "", kSums)}) ==
              "1.1 | Finns en plan för dialog? | 5 | 15 | 33%\n1.2 | Används webben aktivt? | 9 | 20 | 45%\n"
              "- | - | 14 | 35 | 40%\n");
    }

    TEST_CASE("a row that opens with its text does so before figures that bear none") {
        auto sums = line("", "Summa");
        sums.opens = true;
        CHECK(rows_of({line("1.1", "Finns en plan?"), line("", "", kFive), line("1.2", "Används webben?"),
                       line("", "", kNine), sums, line("", "", kSums)}) ==
              "1.1 | Finns en plan? | 5 | 15 | 33%\n1.2 | Används webben? | 9 | 20 | 45%\n"
              "- | Summa | 14 | 35 | 40%\n");
    }

    TEST_CASE("a row that bears no text on its first line has the text below") {
        CHECK(rows_of({line("1", "", kFive), line("", "Offentlighet"), line("", "och"), line("", "demokrati"),
                       line("2", "", kNine), line("", "Tillgänglighet"), line("", "", kSums)}) ==
              "1 | Offentlighet och demokrati | 5 | 15 | 33%\n2 | Tillgänglighet | 9 | 20 | 45%\n"
              "- | - | 14 | 35 | 40%\n");
    }

    TEST_CASE("label and figures on a question's middle line") {
        CHECK(rows_of({line("", "Finns en plan för"), line("1.1", "dialog och insyn", kFive),
                       line("", "i nämnderna?"), line("", "Används webben"),
                       line("1.2", "aktivt av alla", kNine), line("", "nämnder?"), line("", "", kSums)}) ==
              "1.1 | Finns en plan för dialog och insyn i nämnderna? | 5 | 15 | 33%\n"
              "1.2 | Används webben aktivt av alla nämnder? | 9 | 20 | 45%\n"
              "- | - | 14 | 35 | 40%\n");
    }

    TEST_CASE("label and figures on a question's last line") {
        CHECK(rows_of({line("", "Finns en plan för"), line("1.1", "dialog?", kFive),
                       line("", "Används webben"), line("1.2", "aktivt?", kNine), line("", "", kSums)}) ==
              "1.1 | Finns en plan för dialog? | 5 | 15 | 33%\n1.2 | Används webben aktivt? | 9 | 20 | 45%\n"
              "- | - | 14 | 35 | 40%\n");
    }

    TEST_CASE("label on the first line, figures on a later one, text going on") {
        CHECK(
            rows_of({line("1.1", "Finns en plan för"), line("", "dialog och", kFive), line("", "insyn?"),
                     line("1.2", "Används webben?", kNine), line("", "", kSums)}) ==
            "1.1 | Finns en plan för dialog och insyn? | 5 | 15 | 33%\n1.2 | Används webben? | 9 | 20 | 45%\n"
            "- | - | 14 | 35 | 40%\n");
    }

    TEST_CASE("sums are not lent to the label below where labels come first") {
        CHECK(rows_of({line("1.1", "Finns en plan för"), line("", "dialog?", kFive), line("", "Summa", kSums),
                       line("2.1", "Används webben"), line("", "aktivt?", kNine)}) ==
              "1.1 | Finns en plan för dialog? | 5 | 15 | 33%\n- | Summa | 14 | 35 | 40%\n"
              "2.1 | Används webben aktivt? | 9 | 20 | 45%\n");
    }

    TEST_CASE("figures that an OCR put above their label") {
        CHECK(rows_of({line("1.1", "Finns en plan?", kFive), line("", "Används webben", kNine),
                       line("1.2", "aktivt?"), line("", "", kSums)}) ==
              "1.1 | Finns en plan? | 5 | 15 | 33%\n1.2 | Används webben aktivt? | 9 | 20 | 45%\n"
              "- | - | 14 | 35 | 40%\n");
    }

    TEST_CASE("a question mark inside a question does not end it") {
        CHECK(rows_of({line("6.2", "Hur rekryteras personal? Kommunen", kFive), line("", "som arbetsgivare"),
                       line("6.3", "Hur utvecklas den?", kNine)}) ==
              "6.2 | Hur rekryteras personal? Kommunen som arbetsgivare | 5 | 15 | 33%\n"
              "6.3 | Hur utvecklas den? | 9 | 20 | 45%\n");
    }

    TEST_CASE("white space tells rows apart where the texts do not") {
        CHECK(rows_of({line("1.1", "Plan för dialog", kFive), line("", "Webb och", {}, true),
                       line("1.2", "medier", kNine)}) ==
              "1.1 | Plan för dialog | 5 | 15 | 33%\n1.2 | Webb och medier | 9 | 20 | 45%\n");
    }

    TEST_CASE("a hyphen is never parted") {
        CHECK(rows_of({line("1.1", "Plan för medborgar-", kFive), line("", "Dialog?"),
                       line("1.2", "Webb?", kNine)}) ==
              "1.1 | Plan för medborgar-Dialog? | 5 | 15 | 33%\n1.2 | Webb? | 9 | 20 | 45%\n");
    }

    TEST_CASE("a row without figures keeps empty cells, none are lent") {
        CHECK(rows_of({line("1.1", "Plan?", kFive), line("1.2", "Webb?"), line("1.3", "Möten?", kNine)}) ==
              "1.1 | Plan? | 5 | 15 | 33%\n1.2 | Webb? | - | - | -\n1.3 | Möten? | 9 | 20 | 45%\n");
    }

    TEST_CASE("places follow the cells") {
        RowLine first = line("1.1", "Plan för", {"5", "15", "33%"});
        first.place = {1, Box{50, 100, 200, 112}};
        first.figures[1].places = {{1, Box{330, 100, 340, 112}}};
        RowLine second = line("", "dialog?");
        second.place = {2, Box{50, 60, 90, 72}};
        const auto rows = assemble_rows({first, second}, 3);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0][1].places == Places{first.place, second.place});
        CHECK(rows[0][3].places == first.figures[1].places);
    }

    TEST_CASE("no rows without a label or figures") {
        CHECK(rows_of({}).empty());
        CHECK(rows_of({line("", "löpande text")}).empty());
    }

    TEST_CASE("where either row may have a line, the row above has it") {
        CHECK(rows_of({line("1.1", "Finns", kFive), line("", "12"), line("1.2", "Används", kNine),
                       line("", "", kSums)}) ==
              "1.1 | Finns 12 | 5 | 15 | 33%\n1.2 | Används | 9 | 20 | 45%\n- | - | 14 | 35 | 40%\n");
        CHECK(rows_of({line("1.1", "Finns", kFive), line("", "12"), line("", "13"), line("1.2", "14", kNine),
                       line("", "", kSums)}) ==
              "1.1 | Finns 12 13 | 5 | 15 | 33%\n1.2 | 14 | 9 | 20 | 45%\n- | - | 14 | 35 | 40%\n");
    }
}
