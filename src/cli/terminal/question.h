// A question to the person at the terminal, before something is done that cannot be taken back.
#pragma once

#include <string>

namespace kompass::cli {

/// True if somebody sits there who can be asked.
[[nodiscard]] bool can_be_asked();

/// Asks on standard error, and reads from standard input. True only for y, yes, j or ja.
[[nodiscard]] bool agrees(const std::string& question);

} // namespace kompass::cli
