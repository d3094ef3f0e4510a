// Figures of reports in words and bars, the same in every table.
#pragma once

#include "cli/terminal/terminal.h"
#include "enquiry/standings.h"
#include "text/table.h"

#include <optional>
#include <string>

namespace kompass::cli {

/// "Köping 2017"; "unknown municipality" where none was found.
[[nodiscard]] std::string title_of(const enquiry::ReportName& report);

/// "43", "43.5", "43?" where a person should check it, "–" where the report states nothing.
[[nodiscard]] std::string points_text(const enquiry::Figures& figures);

/// For the cells of tables; nothing for nullopt.
[[nodiscard]] text::Value figure_value(const std::optional<Decimal>& figure);

/// The points of the maximum as a bar, at most `columns` wide; empty without points.
[[nodiscard]] std::string bar_of(const enquiry::Figures& figures, std::size_t columns,
                                 const Terminal& terminal);

/// To a tenth, "61.5"; "61.5?" where a person should check some of the figures behind it.
[[nodiscard]] std::string mean_text(const enquiry::Mean& mean);

/// "yes" or nothing, for tables that machines read.
[[nodiscard]] text::Value doubtful_value(const enquiry::Figures& figures);

} // namespace kompass::cli
