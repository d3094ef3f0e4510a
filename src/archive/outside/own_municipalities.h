// Municipalities of registers of the user's own that the archive remembers, and the register that they make.
//
// Part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "rules/municipality.h"

#include <string>
#include <vector>

namespace kompass::archive {

/// By code.
[[nodiscard]] std::vector<rules::Municipality> list_own_municipalities(const Connection& connection);

/// A register (CSV) that --municipalities takes.
[[nodiscard]] std::string register_of(const std::vector<rules::Municipality>& municipalities);

} // namespace kompass::archive
