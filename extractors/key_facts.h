// The key facts of a municipality: the table of label and value under "Kortfakta om …".
#pragma once

#include "model/block.h"
#include "rules/knowledge.h"

#include <string>
#include <utility>
#include <vector>

namespace kompass {

/// Label and value as printed, in order.
[[nodiscard]] std::vector<std::pair<std::string, std::string>>
extract_key_facts(const Blocks& blocks, const rules::Knowledge& knowledge);

} // namespace kompass
