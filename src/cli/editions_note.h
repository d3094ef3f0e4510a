// What must be said wherever scores of different editions stand side by side.
#pragma once

#include "archive/connection.h"

#include <string>
#include <vector>

namespace kompass::cli {

/// A sentence; empty if `editions` are all the same. An empty edition is one that is not known.
[[nodiscard]] std::string editions_note(const std::vector<std::string>& editions);

/// Throws std::runtime_error naming those that there are, if no report is of that edition; empty: any.
void require_edition_in_use(const archive::Connection& connection, const std::string& edition);

} // namespace kompass::cli
