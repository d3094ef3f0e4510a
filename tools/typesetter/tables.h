// Tables: rows of cells, each cell one or more entries with or without a mark, with rules and fills of many
// kinds. A table goes on over pages; a row that does not fit is moved whole, or split between two lines. A
// row of coloured boxes side by side is a table with white columns between.
#pragma once

#include "elements.h"

#include <optional>

namespace typesetter {

enum class Height { top, middle, bottom };

struct Cell {
    std::vector<std::string> entries{}; // one a paragraph
    Style style{};
    std::optional<Marker> marker{}; // before each entry
    Height height = Height::top;
    std::optional<Colour> fill{};
    int span = 1;                       // columns
    double gap = 0;                     // between entries
    std::string note{};                 // raised behind the last entry
    std::optional<Style> first_style{}; // of the first entry, which then has no mark: a box's own head
};

struct Row {
    std::vector<Cell> cells{};
    bool head = false;
    bool total = false;
    bool keep_with_next = false;
    std::optional<Colour> fill{};
};

/// Weights in points; 0 is no rule.
struct Rules {
    double outer = 0, across = 0, down = 0; // around, between rows, between columns
    double top = 0, under_head = 0, bottom = 0;
    double over_total = 0;
    bool zebra = false;
    Colour colour{};
    Colour shade{};
};

struct Table {
    std::vector<double> widths{};
    std::vector<Row> rows{};
    Rules rules{};
    double padding_x = 5, padding_y = 3;
    bool repeat_head = false;
    bool split_rows = false;
    bool keep_head = true; // with the first row
};

void table(Press& press, const Table& table);

} // namespace typesetter
