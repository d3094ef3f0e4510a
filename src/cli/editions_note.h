// What must be said wherever scores of different editions stand side by side.
#pragma once

#include <string>
#include <vector>

namespace kompass::cli {

/// A sentence; empty if `editions` are all the same. An empty edition is one that is not known.
[[nodiscard]] std::string editions_note(const std::vector<std::string>& editions);

} // namespace kompass::cli
