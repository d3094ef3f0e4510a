// The key facts of a municipality: the table of label and value under "Kortfakta om …".
#pragma once

#include "model/block.h"
#include "model/provenance.h"
#include "rules/knowledge.h"

#include <string>
#include <utility>
#include <vector>

namespace kompass {

/// Label and value as printed, in order. Where each stands is added to `provenance`; those of one label are
/// one there, as in a record.
[[nodiscard]] std::vector<std::pair<std::string, std::string>>
extract_key_facts(const Blocks& blocks, const rules::Knowledge& knowledge, Provenances& provenance);

} // namespace kompass
