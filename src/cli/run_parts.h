// What a run's results depend on besides its files: libraries and rules, for the archive's table run_part.
#pragma once

#include "archive/archive.h"
#include "cli/settings.h"

#include <string>

namespace kompass::cli {

/// The libraries that read, and a checksum of all rules and registers in use. Throws rules::RulesError if the
/// rules are not there.
[[nodiscard]] archive::Parts run_parts(const Settings& settings);

/// That checksum: equal for equal names and contents below the folder of rules, and equal registers.
[[nodiscard]] std::string rules_checksum(const Settings& settings);

} // namespace kompass::cli
