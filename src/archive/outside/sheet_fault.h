// A line of a sheet that people fill in, and what is wrong with it.
//
// Plain value.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kompass::archive {

struct SheetFault {
    std::size_t line = 0; ///< 1 is the head
    std::string what;     ///< and what to do about it
};

using SheetFaults = std::vector<SheetFault>;

} // namespace kompass::archive
