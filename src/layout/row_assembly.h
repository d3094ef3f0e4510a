// Rows of a figure table from its lines, wherever in a row's lines the label and the figures stand.
//
// A question may wrap, and its number and figures stand on its first, middle or last line; an OCR may even
// part them. Each row has one label or none (the sums) and one run of figures; the text lines between two
// rows are shared out by how texts end and begin and by the white space between lines.
#pragma once

#include "model/block.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::layout {

/// A line of a figure table, taken apart.
struct RowLine {
    std::string label;              ///< "4.2", or empty
    std::string text;               ///< may be empty
    std::vector<TableCell> figures; ///< as printed, left to right; may be empty
    Place place;
    bool title = false;      ///< heads the rows below: a row of its own, without figures
    bool gap_before = false; ///< more white space above than between the lines of a row
    bool opens = false;      ///< a row begins here, whatever its text and that above read like
};

/// With a question mark or a full stop, quoted or not.
[[nodiscard]] bool ends_like_a_question(std::string_view text);

/// Rows of label, wording and `figures` figure cells (empty cells where a figure is missing).
[[nodiscard]] std::vector<TableRow> assemble_rows(const std::vector<RowLine>& lines, int figures);

} // namespace kompass::layout
