// Reads a record back from the archive's tables: the inverse of write_report in writer.h.
//
// Every field and every order come back as they were stored. One thing has no row and does not: a field of
// Score::candidates without any value.
#pragma once

#include "archive/connection.h"
#include "model/record.h"

#include <cstdint>

namespace kompass::archive {

/// Throws ArchiveError if there is no such report. Part of the caller's transaction.
[[nodiscard]] Record read_report(const Connection& connection, std::int64_t report_id);

/// The troubles of a source, taken or failed.
[[nodiscard]] Troubles read_troubles(const Connection& connection, std::int64_t source_id);

} // namespace kompass::archive
