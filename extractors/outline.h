// Which blocks belong to which area of a report.
//
// Areas begin at "Område N …" or at a section "4.N …" whose title is an area's; lines of the table of
// contents do not count. The last area ends where the next chapter begins.
#pragma once

#include "model/block.h"
#include "rules/knowledge.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kompass {

struct AreaSpan {
    int number = 0;
    std::string title;
    Places places;
    std::size_t first = 0, last = 0; ///< blocks [first, last); the first holds the heading
};

/// In order of number; each number at most once.
[[nodiscard]] std::vector<AreaSpan> outline(const Blocks& blocks, const rules::Knowledge& knowledge);

} // namespace kompass
