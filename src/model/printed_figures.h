// The figures of a table's cell, in the ways reports print them: "7", "65 %", "65,0 %", "7 / 15", "7 av 15",
// "7 (15)", "7 p", "+7", "9,5", "–". UTF-8; pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace kompass::printed {

struct PrintedFigure {
    std::optional<int> value; ///< nullopt: a dash, or a figure that is not whole ("9,5")
    bool percent = false;
    bool change = false; ///< printed with a sign: a difference from another figure
    bool dash = false;   ///< a dash stands for the figure
};

/// One figure, or two where a cell holds points and maximum; empty if the cell holds anything else.
[[nodiscard]] std::vector<PrintedFigure> figures(std::string_view cell);

} // namespace kompass::printed
