// The parts of a report that its account misses or finds damaged, with what a person can do about each.
//
// A correction can enter a figure that is missing from a row, a box, the history or the report's own facts,
// say that the report does not state it, and mend a text that is there; it cannot add a row, a list or a
// page. What it cannot do is said. Pure; no errors.
#pragma once

#include "publish/review/items.h"

#include <string>
#include <vector>

namespace kompass::publish {

struct ReviewPart {
    Part part;
    std::string title;               ///< "Strengths of area 2", "Page 6"
    std::string name;                ///< the same in English, by which the browser keeps what is said of it
    std::vector<ReviewItem> missing; ///< cells without a value, which can be entered
    std::vector<ReviewItem> texts;   ///< that can be mended
    std::string advice;              ///< what can be done about it
};

/// The faulty ones, in the order of the account. One of which all that is missing was decided is not among
/// them, nor are cells that are decided, or that stand among `items` already.
[[nodiscard]] std::vector<ReviewPart> review_parts(const Record& record,
                                                   const std::vector<ReviewItem>& items);

} // namespace kompass::publish
