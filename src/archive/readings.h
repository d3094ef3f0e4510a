// What was read of each source, kept in the archive's table `reading`: pages of words or lines, before any
// rule saw them, so that changed rules need neither the file nor its reading.
//
// Functions are part of the caller's transaction. A kept reading that is damaged is an ArchiveError.
#pragma once

#include "archive/connection.h"
#include "model/document.h"

#include <optional>
#include <string>

namespace kompass::archive {

/// In place of what was kept of the same source before.
void keep_reading(Connection& connection, const Document& document);

[[nodiscard]] std::optional<Document> find_reading(const Connection& connection, const std::string& sha256);

} // namespace kompass::archive
