// The table of key facts: what tells of it, and what speaks against what the record holds of it. Pure and
// thread safe.
#pragma once

#include "account/area_view.h"

#include <string>

namespace kompass::account {

[[nodiscard]] std::string fault_of_key_facts(const Sight& sight);

/// A table of labels and figures that nothing claims, outside the areas.
[[nodiscard]] bool has_table_of_facts(const Sight& sight);

/// A heading, or a line of the contents.
[[nodiscard]] bool announces_key_facts(const Sight& sight);

} // namespace kompass::account
