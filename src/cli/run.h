// Runs what the command line asked for, and makes an exit code of whatever comes of it.
#pragma once

#include "cli/command_line.h"

namespace kompass::cli {

/// An exception that ends the command is told on standard error; a reader of standard output that went away
/// ends it quietly.
[[nodiscard]] ExitCode run(const Invocation& invocation, int argc, const char* const* argv);

} // namespace kompass::cli
