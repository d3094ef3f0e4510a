// The scorings that a report prints beside its own scores, in the archive: tables scoring, scoring_row,
// scoring_column and scoring_past.
//
// Part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "archive/entries.h"
#include "model/record.h"

#include <cstdint>
#include <vector>

namespace kompass::archive {

void write_scorings(Connection& connection, EntryWriter& entries, std::int64_t report,
                    const std::vector<Scoring>& scorings);

[[nodiscard]] std::vector<Scoring> read_scorings(const Connection& connection, const EntryReader& entries,
                                                 std::int64_t report);

} // namespace kompass::archive
