// Where something stands in a file whose sheets hold two pages each: what was found on the pages (layout/
// leaves.h) is said of the sheets, which are what people have. Pure; thread safe.
#pragma once

#include "layout/pages/leaves.h"
#include "model/block.h"
#include "model/record.h"

#include <cstddef>
#include <vector>

namespace kompass::pipeline {

/// Says all places in sheets; `sheet`: of each page from 1 on. Troubles before `first_trouble` are of sheets
/// already.
void place_on_sheets(const std::vector<layout::OnSheet>& sheet, std::size_t first_trouble, Blocks& blocks,
                     Record& record);

} // namespace kompass::pipeline
