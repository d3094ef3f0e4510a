#include "model/figure_row.h"

#include <doctest/doctest.h>

using namespace kompass;

TEST_SUITE("model") {
    TEST_CASE("the parts of a row have names") {
        auto cells = empty_figure_row(3);
        const FigureRowToFill row(cells);
        row.label().text = "4.2";
        row.wording().text = "Finns en plan?";
        CHECK(row.figures().size() == 3);
        row.figures()[2].text = "65%";
        CHECK(cells.size() == 5);
        CHECK(cells[0].text == "4.2");
        CHECK(cells[1].text == "Finns en plan?");
        CHECK(cells[FigureRow::first_figure + 2].text == "65%");
        CHECK(FigureRow(cells).figures().back().text == "65%");
        const auto without_figures = empty_figure_row(0);
        CHECK(FigureRow(without_figures).figures().empty());
    }
}
