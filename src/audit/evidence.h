// What is known of the way a record's figures were come by; the arithmetic alone decides only between
// readings that may be wrong.
//
// Plain values.
#pragma once

#include "audit/choices.h"

#include <map>
#include <set>
#include <string>

namespace kompass::audit {

struct Evidence {
    std::set<int> ocr_pages;                     ///< whose figures were read by OCR, and may be misread
    std::map<std::string, UnsureReading> unsure; ///< by the figure's name (model/figures.h)
};

} // namespace kompass::audit
