// A figure that was repaired, is doubtful or was decided, in words a controller understands.
#pragma once

#include "cli/terminal/terminal.h"
#include "enquiry/figures.h"
#include "model/record.h"

#include <string>

namespace kompass::cli {

/// What the figure is, or may be: "8", "68 or 63".
[[nodiscard]] std::string figure_outcome(const enquiry::FigureRow& row);

/// Why: the reason of the repair or the decision, or what the arithmetic leaves open.
[[nodiscard]] std::string figure_story(const enquiry::FigureRow& row);

/// Whole lines, indented by two; `figure` as an audit result: printed is what was read.
[[nodiscard]] std::string figure_text(const AuditFinding& figure, const std::string& status,
                                      const Terminal& terminal);

} // namespace kompass::cli
