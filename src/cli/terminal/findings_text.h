// An audit result in words a controller understands.
#pragma once

#include "cli/terminal/terminal.h"
#include "model/record.h"

#include <string>
#include <string_view>

namespace kompass::cli {

/// Whole lines, indented by two: the cell, what stands there and what follows from the rest; the explanation.
/// `stands` says how it stands there: printed, or in effect.
[[nodiscard]] std::string finding_text(const AuditFinding& finding, const Terminal& terminal,
                                       std::string_view stands = "printed");

} // namespace kompass::cli
