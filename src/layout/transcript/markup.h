// Tables of transcripts that mark cells with tabs, bars or a little HTML.
//
// A cell's `<ul>` becomes items, `<p style=…>71</p>` its text, `<br>` a blank; rules of dashes between head
// and body go.
#pragma once

#include "model/block.h"

#include <string>
#include <string_view>
#include <vector>

namespace kompass::layout {

/// The cells of a line, or empty if it is no table row (neither a tab nor bars at both ends).
[[nodiscard]] std::vector<std::string> marked_cells(std::string_view line);

/// A row that is only a rule of dashes.
[[nodiscard]] bool is_dash_rule(const std::vector<std::string>& cells);

/// Plain text and items of a cell.
[[nodiscard]] TableCell marked_cell(std::string_view text, int page);

/// True if the text opens HTML that a later line closes.
[[nodiscard]] bool has_open_list(std::string_view text);

} // namespace kompass::layout
