// Which of the ways to set an option counts: the command line, else the environment, else the config file,
// else the default.
#pragma once

#include "cli/command.h"
#include "cli/config/config_file.h"

#include <string>
#include <vector>

namespace kompass::cli {

/// Sets the option's target to what the config file says, before the command line is looked at. False: it
/// says nothing.
bool take_from(const Config& config, const Option& option);

/// Of the options that may be set for good, after the command line was taken: `words` are its own.
[[nodiscard]] std::vector<SettingInForce>
in_force(const std::vector<Option>& options, const std::vector<std::string>& words, const Config& config);

} // namespace kompass::cli
