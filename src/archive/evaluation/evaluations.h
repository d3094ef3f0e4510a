// Which evaluations the archive's documents are evidence of, and what is in effect of each: the tables that
// views, searches and exports read, written anew from the documents' reports and the decisions alone.
//
// What they hold therefore does not depend on the order in which documents and decisions came; `verify` holds
// them to what would be written now. Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "archive/evaluation/effective.h"
#include "model/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kompass::archive {

/// Takes away the evaluation that a report is evidence of, before the report itself is taken away or changed.
/// The reports that it was made of, which are then to be settled.
std::vector<std::int64_t> dissolve(Connection& connection, std::int64_t report);

/// The reports whose evaluations, and what these are called, may hang on this one.
[[nodiscard]] std::vector<std::int64_t> relatives(const Connection& connection, std::int64_t report);

/// Writes anew the evaluations that these reports, and those related to them, are evidence of.
void settle(Connection& connection, const std::vector<std::int64_t>& reports);

/// The same of all.
void settle_all(Connection& connection);

/// Notes that a file was found with other content.
void note_replacement(Connection& connection, const std::string& old_sha256, const std::string& new_sha256);

/// What is in effect of the evaluation that the report is evidence of. Throws ArchiveError if there is no
/// such report.
[[nodiscard]] Effective read_effective(const Connection& connection, std::int64_t report);

/// What the tables of an evaluation, by number, hold otherwise than would be written now. Empty: nothing.
[[nodiscard]] std::vector<std::string> faults_of_evaluation(const Connection& connection,
                                                            std::int64_t evaluation);

} // namespace kompass::archive
