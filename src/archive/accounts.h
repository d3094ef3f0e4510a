// The account of a report in the archive's tables: written, and read back as it was written.
//
// It goes with its report: erasing that erases it. Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "model/account.h"

#include <cstdint>
#include <optional>

namespace kompass::archive {

/// Of a report that is stored and has none. Throws ConstraintError for what the schema refuses, such as words
/// that do not sum.
void write_account(Connection& connection, std::int64_t report, const Account& account);

/// nullopt: the report was extracted before there were accounts.
[[nodiscard]] std::optional<Account> read_account(const Connection& connection, std::int64_t report);

} // namespace kompass::archive
