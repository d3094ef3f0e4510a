// rules/repair/confusions.toml and scan-confusions.toml: the confusion models of the stage `repair`.
//
// Loading throws RulesError naming file and line.
#pragma once

#include "repair/confusions.h"

#include <filesystem>

namespace kompass::rules {

[[nodiscard]] repair::Confusions load_confusions(const std::filesystem::path& file);

} // namespace kompass::rules
