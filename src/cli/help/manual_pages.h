// The manual pages, from the declarations of commands: pure functions.
//
// Hidden commands are left out. Pages are groff in the macros of man(7), for `man` of Debian, which takes
// UTF-8.
#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace kompass::cli {

/// kompass.1
[[nodiscard]] std::string program_page(const std::vector<Command>& commands);
/// kompass-ingest.1, of "rules check" kompass-rules-check.1
[[nodiscard]] std::string command_page(const Command& command);
/// "kompass-rules-check"
[[nodiscard]] std::string page_name(const Command& command);

} // namespace kompass::cli
