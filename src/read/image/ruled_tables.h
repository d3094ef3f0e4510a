// Tables that are drawn with rules: where they stand, and their cells.
//
// The rules of a table hang together. They make a grid; where the rule between two fields of the grid is not
// drawn, the fields are one cell, so that merged cells come out whole. Sides that are not drawn are taken to
// stand where the other rules end. A frame around text is a table of one cell. Pure.
#pragma once

#include "read/image/clean_page.h"

#include <vector>

namespace kompass::read {

struct TableCell {
    PixelBox box;            ///< inside its rules
    int row = 0, column = 0; ///< of its first field, from 0
    int rows = 1, columns = 1;
};

struct RuledTable {
    PixelBox box;
    int rows = 0, columns = 0;
    std::vector<TableCell> cells; ///< by row, then column
};

/// From top to bottom.
[[nodiscard]] std::vector<RuledTable> ruled_tables(const CleanPage& page);

} // namespace kompass::read
