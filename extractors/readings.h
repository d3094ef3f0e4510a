// Figures that OCR read in several ways, settled by the arithmetic of their row.
//
// Points, maximum and percent of a row bind each other: if of all combinations of the readings just one is
// possible, it is taken, and what was read first is kept as a repair where it differs. Otherwise the figures
// stay doubtful, with their candidates. Pure.
#pragma once

#include "model/record.h"

namespace kompass {

/// Does nothing unless the score has candidates, and all three figures.
void settle_by_row(Score& score);

} // namespace kompass
