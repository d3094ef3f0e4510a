// The parts of scorings beside the report's own: of each the points of eight areas, with their questions
// where the scoring has those of other areas; and one that a heading, a table's head or a sentence tells of,
// though nothing of it was understood. A report that tells of none has no such part. Pure and thread safe.
#pragma once

#include "account/area_view.h"
#include "model/account.h"

#include <vector>

namespace kompass::account {

[[nodiscard]] std::vector<Part> parts_of_scorings(const Sight& sight);

} // namespace kompass::account
