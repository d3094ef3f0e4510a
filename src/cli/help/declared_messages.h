// The texts for people in the declarations of commands, as `tr` is asked for them when help is shown: for the
// catalogue, beside those that xgettext finds in the sources (tools/messages). Pure.
#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace kompass::cli {

/// A template of GNU gettext (.pot), each text once, with the command that declares it.
[[nodiscard]] std::string declared_messages(const std::vector<Command>& commands);

} // namespace kompass::cli
