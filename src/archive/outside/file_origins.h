// Where files came from: the table `origin`, told by people.
//
// It is kept by the file's hash, so that it may come before the file or after it, and holds whatever the file
// is called. No document says it itself, so reading a report anew does not touch it. Each function is part of
// the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "archive/outside/keeping.h"
#include "model/record.h"

#include <map>
#include <optional>
#include <string>

namespace kompass::archive {

/// Why it can be no origin ("retrieved" is no day, the address is none), and what to write instead. Empty: it
/// can.
[[nodiscard]] std::string fault_of_origin(const FileOrigin& origin);

/// In place of what was kept of the same file. Throws ConstraintError where fault_of_origin() finds one, or
/// nothing is said.
Keeping keep_origin(Connection& connection, const std::string& sha256, const FileOrigin& origin);

[[nodiscard]] std::optional<FileOrigin> find_origin(const Connection& connection, const std::string& sha256);

/// By hash.
[[nodiscard]] std::map<std::string, FileOrigin> list_origins(const Connection& connection);

} // namespace kompass::archive
