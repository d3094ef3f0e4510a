// The checks of a report's arithmetic in the archive's tables.
//
// A check that found the figures exact follows from them, so it is not stored but made again when the report
// is read; only how many there are is. That holds where the arithmetic finds exactly those that the record
// has; else all of them are stored. Part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "model/record.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace kompass::archive {

/// In place of the checks that are stored of the report, whose figures the record has.
void write_audit(Connection& connection, std::int64_t report, const Record& record);

/// All checks in their order, the exact ones by the record's figures.
[[nodiscard]] std::vector<AuditFinding> read_audit(const Connection& connection, std::int64_t report,
                                                   const Record& record);

/// Those of `verdict`, which is not "exact", as they were audited.
[[nodiscard]] std::vector<AuditFinding> read_audit_of(const Connection& connection, std::int64_t report,
                                                      Verdict verdict);

/// Drops stored checks that reports from before need not store.
void drop_exact_checks(Connection& connection);

} // namespace kompass::archive
