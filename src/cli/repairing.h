// The repairer that the settings' rules make: rules/repair/.
#pragma once

#include "cli/settings.h"
#include "repair/repair.h"

#include <memory>

namespace kompass::cli {

/// Throws rules::RulesError or repair::LexiconError.
[[nodiscard]] std::unique_ptr<repair::Repairer> make_repairer(const Settings& settings);

} // namespace kompass::cli
