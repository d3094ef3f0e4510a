// The cells of a record that want a person's eye: doubtful and inconsistent figures, and doubts about who was
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
    std::string status;              ///< "doubtful", "inconsistent"; of parts "missing" or "damaged"
    std::string label;               ///< the question, or the area's title
    std::optional<std::string> read; ///< what the archive holds
    std::vector<Decimal> candidates; ///< best first
    std::vector<std::string> checks; ///< what fails, in words
    Places places;                   ///< of a row or column: of all its figures
};

/// In the order of the report; what a person has decided is not among them.
[[nodiscard]] std::vector<ReviewItem> review_items(const Record& record);

/// Of any cell that can be decided; nullopt if the record has none such, or a person has decided it.
[[nodiscard]] std::optional<ReviewItem> undecided_item(const Record& record, const Cell& cell,
                                                       const char* status);

} // namespace kompass::publish
