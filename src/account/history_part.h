// The table of earlier evaluations: what tells of it, and what speaks against what the record holds of it.
// Each gives a phrase for people, or nothing. Pure and thread safe.
#pragma once

#include "account/area_view.h"

#include <string>

namespace kompass::account {

[[nodiscard]] std::string fault_of_history(const Sight& sight);

/// What tells of earlier evaluations and is not in the record: a head of such a table, or a line of
/// years.
[[nodiscard]] std::string sign_of_history(const Sight& sight);

} // namespace kompass::account
