// An audit result in words a controller understands.
#pragma once

#include "cli/terminal/terminal.h"
#include "model/record.h"

#include <string>

namespace kompass::cli {

/// Whole lines, indented by two: the cell, what is printed and what follows from the rest; the explanation.
[[nodiscard]] std::string finding_text(const AuditFinding& finding, const Terminal& terminal);

} // namespace kompass::cli
