// The figures of a table's cell, in the ways reports print them: "7", "65 %", "65,0 %", "7 / 15", "7 av 15",
// "7 (15)", "10/15 (65 %)", "7 p", "+7", "9,5", "9 ½", "–". UTF-8; pure.
#pragma once

#include "model/decimal.h"

#include <optional>
#include <string_view>
#include <vector>

namespace kompass::printed {

struct PrintedFigure {
    std::optional<Decimal> value; ///< nullopt: a dash, or a figure that no report gives ("9,3", "62,5 %")
    bool percent = false;
    bool change = false; ///< printed with a sign: a difference from another figure
    bool dash = false;   ///< a dash stands for the figure
};

/// One figure; two where a cell holds points and maximum, three where their percentage stands with them, in
/// the order of print; empty if the cell holds anything else.
[[nodiscard]] std::vector<PrintedFigure> figures(std::string_view cell);

} // namespace kompass::printed
