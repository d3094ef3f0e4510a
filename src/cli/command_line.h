// The command line: from argv to a command that is ready to run. The only place that knows CLI11.
//
// Help and version are answered here, on standard output; wrong usage is explained on standard error.
#pragma once

#include "cli/command.h"

#include <optional>
#include <vector>

namespace kompass::cli {

struct Invocation {
    const Command* command = nullptr; ///< of `commands`; null if all is said already
    Settings settings;
    std::vector<SettingInForce> in_force;
    ExitCode code = ExitCode::all_well; ///< how it ended, where command is null
};

/// Options' targets are set. `commands` must outlive the invocation.
[[nodiscard]] Invocation parse(const std::vector<Command>& commands, int argc, const char* const* argv);

} // namespace kompass::cli
