// Figures that stand nowhere in their row, though the report gives them for its other rows: an empty cell, a
// dash, a figure that was not read.
//
// Such a figure is doubtful and has no value; what the rest of its row allows are its candidates, the nearest
// to plain arithmetic first. Nothing is filled: the report may mean that there is none. A row that lacks more
// than one of its figures is no matter of this (account/area_faults.h). Pure, thread safe, no errors.
#pragma once

#include "model/record.h"

namespace kompass::audit {

void doubt_gaps(Record& record);

} // namespace kompass::audit
