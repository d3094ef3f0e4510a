// Writes a record, or why a source failed, into the archive's tables.
//
// Each function is part of the caller's transaction and throws ConstraintError for values the schema refuses,
// such as an area 9 or the same area twice. `record` in reader.h is the inverse of write_report.
#pragma once

#include "archive/connection.h"
#include "archive/failed_source.h"
#include "model/record.h"
#include "rules/edition.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kompass::archive {

/// The source, its report and all that belongs to it. The definitions are already there (definitions.h).
void write_report(Connection& connection, const Record& record, const std::vector<rules::Edition>& editions,
                  std::optional<std::int64_t> run);

/// The figures of key facts that were stored before there were columns for them.
void fill_key_facts(Connection& connection);

/// The report of a taken source that has none now, under its old number.
void write_report_again(Connection& connection, std::int64_t source, std::int64_t report,
                        const Record& record, const std::vector<rules::Edition>& editions);

/// Leads the areas and questions of a source's report to the definitions of today: those it was written with
/// may have changed since.
void link_report(Connection& connection, std::int64_t source, const std::vector<rules::Edition>& editions);

/// Takes away a source's report and all that belongs to it. The source stays.
void erase_report(Connection& connection, std::int64_t source);

/// A failed source and its troubles.
void write_failure(Connection& connection, const FailedSource& failure, std::optional<std::int64_t> run);

/// Takes away the failures kept of this source: by its hash, or by its name where the bytes were not read.
void forget_failures(Connection& connection, const std::string& file, const std::string& sha256);

} // namespace kompass::archive
