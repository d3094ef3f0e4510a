// The repairer of the project's own rules, made once, and texts mended by it.
#pragma once

#include "repair/repair.h"

#include <string>
#include <string_view>

namespace kompass::testing {

[[nodiscard]] repair::Lexicon lexicon();
[[nodiscard]] const repair::Confusions& confusions();
[[nodiscard]] repair::Repairer& repairer();

/// Line by line, as `kompass repair` does it.
[[nodiscard]] std::string repaired(std::string_view text);
[[nodiscard]] repair::Repaired repair_of(std::string_view text);

} // namespace kompass::testing
