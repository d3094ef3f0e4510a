// The table of corrections: what people decided, only ever added to.
//
// Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "model/correction.h"
#include "model/record.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kompass::archive {

/// Adds it as the latest of its cell; an empty made_at is now. False if the very same stands there already.
bool add_correction(Connection& connection, const Correction& correction);

/// In the order they were made; of one source if `sha256` is given.
[[nodiscard]] std::vector<Correction> list_corrections(const Connection& connection,
                                                       std::optional<std::string_view> sha256);

/// The record with the corrections that the archive holds of it, audited with those in force.
[[nodiscard]] Record with_corrections(const Connection& connection, Record record);

/// Audits the report anew with its corrections in force, and stores what that finds.
void audit_corrected(Connection& connection, std::int64_t report_id);

} // namespace kompass::archive
