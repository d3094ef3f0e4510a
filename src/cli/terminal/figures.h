// Figures of reports in words and bars, the same in every table.
#pragma once

#include "cli/terminal/state_marks.h"
#include "cli/terminal/terminal.h"
#include "enquiry/standings.h"
#include "text/table.h"

#include <optional>
#include <string>

namespace kompass::cli {

/// "9.5", in Swedish "9,5".
[[nodiscard]] std::string spoken(const Decimal& figure);

/// "Köping 2017"; "unknown municipality" where none was found.
[[nodiscard]] std::string title_of(const enquiry::ReportName& report);

/// "43", "43.5", "43?" with the mark of its state, "–" where the report states nothing.
[[nodiscard]] std::string figure_text(const std::optional<Decimal>& figure,
                                      const std::optional<archive::State>& state, StateMarks& marks);
/// The same of the points.
[[nodiscard]] std::string points_text(const enquiry::Figures& figures, StateMarks& marks);

/// For the cells of tables; nothing for nullopt.
[[nodiscard]] text::Value figure_value(const std::optional<Decimal>& figure);

/// The points of the maximum as a bar, at most `columns` wide; empty without points.
[[nodiscard]] std::string bar_of(const enquiry::Figures& figures, std::size_t columns,
                                 const Terminal& terminal);

/// To a tenth, "61.5", as the archive's views round; with the mark of what is behind it that is not sound;
/// "–" where nothing is.
[[nodiscard]] std::string mean_text(const enquiry::Mean& mean, StateMarks& marks);
/// The same for tables that machines read.
[[nodiscard]] text::Value mean_value(const enquiry::Mean& mean);
/// "2 doubtful or inconsistent", of the figures behind it, or "2 doubtful or inconsistent left out"; empty
/// where all are sound.
[[nodiscard]] std::string unsound_text(const enquiry::Mean& mean);

/// Its name, or nothing; for tables that machines read.
[[nodiscard]] text::Value state_value(const std::optional<archive::State>& state);

} // namespace kompass::cli
