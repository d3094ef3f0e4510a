// Where sources lie on disk: the table `source_path`.
//
// A path is kept absolute, as text (see text/file_name.h); an empty one is none. Each function is part of the
// caller's transaction.
#pragma once

#include "archive/connection.h"

#include <filesystem>
#include <string>

namespace kompass::archive {

/// Notes that the source of this hash lies there. The hash of what lay there before; empty if nothing else
/// did.
std::string move_in(Connection& connection, const std::filesystem::path& path, const std::string& sha256);

/// True if that is noted already, or if there is no path.
[[nodiscard]] bool lies_at(const Connection& connection, const std::filesystem::path& path,
                           const std::string& sha256);

} // namespace kompass::archive
