// What is known of the way a record's figures were come by; the arithmetic alone decides only between
// readings that may be wrong.
//
// Plain values.
#pragma once

#include "audit/choices.h"
#include "model/cell.h"

#include <map>
#include <set>

namespace kompass::audit {

struct Evidence {
    std::set<int> ocr_pages;              ///< whose figures were read by OCR, and may be misread
    std::map<Cell, UnsureReading> unsure; ///< by the figure that it is of
};

} // namespace kompass::audit
