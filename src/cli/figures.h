// Figures of reports in words and bars, the same in every table.
#pragma once

#include "archive/standings.h"
#include "cli/table.h"
#include "cli/terminal.h"

#include <optional>
#include <string>

namespace kompass::cli {

/// "Köping 2017"; "unknown municipality" where none was found.
[[nodiscard]] std::string title_of(const archive::ReportName& report);

/// "43", "43?" where a person should check it, "–" where the report states nothing.
[[nodiscard]] std::string points_text(const archive::Figures& figures);

/// The points of the maximum as a bar, at most `columns` wide; empty without points.
[[nodiscard]] std::string bar_of(const archive::Figures& figures, std::size_t columns,
                                 const Terminal& terminal);

/// To a tenth, "61.5"; "61.5?" where a person should check some of the figures behind it.
[[nodiscard]] std::string mean_text(const archive::Mean& mean);

/// "yes" or nothing, for tables that machines read.
[[nodiscard]] Value doubtful_value(const archive::Figures& figures);

} // namespace kompass::cli
