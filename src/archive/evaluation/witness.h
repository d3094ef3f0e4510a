// What a document says of an evaluation: its report as it was read, with what people decided in it.
//
// Plain values. Which evaluation it is of follows from what all documents say (same_evaluation.h).
#pragma once

#include "model/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kompass::archive {

struct Witness {
    std::int64_t report = 0;
    Record record;           ///< `corrections`: those that were made in this document
    std::string replaced_by; ///< hash of what was found in the place of its file; empty: nothing
};

using Witnesses = std::vector<Witness>;

} // namespace kompass::archive
