// Which documents are of the same evaluation.
//
// An evaluation is a municipality's, of a period (year, and month where it is stated), in its turn (ordinal).
// Two documents are of one evaluation if municipality and year say so, as read or as decided, both beyond
// doubt, and nothing speaks against it: another ordinal, another month, other figures. Where the figures
// agree a month may differ, since one of two is misread then. A file that was found with other content is of
// the same evaluation unless the two state something different. What is unsure is told, not merged.
//
// Pure: the answer depends on what the documents say and not on the order in which they came. No errors.
#pragma once

#include "archive/evaluation/witness.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kompass::archive {

/// Two that may be of one evaluation, and are taken for two.
struct UnsureMatch {
    std::size_t one = 0, other = 0; ///< indices of witnesses
    std::string why;
};

struct Grouping {
    std::vector<std::vector<std::size_t>> evaluations; ///< indices of witnesses; each is in one
    std::vector<UnsureMatch> unsure;
};

[[nodiscard]] Grouping group(const Witnesses& witnesses);

} // namespace kompass::archive
