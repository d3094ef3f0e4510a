// What a person should look at: the doubtful and inconsistent figures of a record, and doubts about who was
// evaluated and when.
//
// Pure; no errors.
#pragma once

#include "model/record.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::publish {

struct ReviewItem {
    Cell cell;
    std::string status;              ///< "doubtful" or "inconsistent"
    std::string label;               ///< the question, or the area's title
    std::optional<std::string> read; ///< what the archive holds
    std::vector<Decimal> candidates; ///< best first
    std::vector<std::string> checks; ///< what fails, in words
    Places places;
    int column = -1; ///< which of the row's three figures it is; -1: the place is the figure's own
};

/// In the order of the report; what a person has decided is not among them.
[[nodiscard]] std::vector<ReviewItem> review_items(const Record& record);

} // namespace kompass::publish
