// The explanations of checks tell of what a report prints. Where a person decided, what stands in a figure's
// place is not what the report prints: then the same is told of what is in effect.
//
// Pure; no errors.
#pragma once

#include <string>

namespace kompass::audit {

/// "… to 61. The report prints 60." becomes "As decided: … to 61. The archive holds 60."
[[nodiscard]] std::string told_of_effective(std::string explanation);

} // namespace kompass::audit
