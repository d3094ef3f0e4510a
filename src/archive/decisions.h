// The table of decisions: what people decided of evaluations, only ever added to.
//
// A decision is kept with the hash of the document in which it was made, and is about the evaluation that
// this is evidence of: so it may come before its document, and outlives whatever is preferred later. Each
// function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "model/correction.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::archive {

/// Why no archive can take it: no cell is called so, or it cannot hold the value. Empty: it can.
[[nodiscard]] std::string fault_of_decision(const Correction& decision);

/// Adds it as the latest of its cell; an empty made_at is now. False if the very same stands there already.
/// Throws ConstraintError, saying why, if no cell is called so or it cannot hold the value.
bool add_decision(Connection& connection, const Correction& decision);

/// In the order they were entered; of one document if `sha256` is given.
[[nodiscard]] std::vector<Correction> list_decisions(const Connection& connection,
                                                     std::optional<std::string_view> sha256);

/// The corrections of an archive from before there were decisions: each becomes one, or, if its cell cannot
/// hold it, is kept as refused.
void take_in_corrections(Connection& connection);

} // namespace kompass::archive
