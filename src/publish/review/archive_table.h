// What the archive holds of a table, to be laid beside its picture: rows and columns of cells with their
// names.
//
// Pure; no errors.
#pragma once

#include "model/record.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::publish {

struct ArchiveCell {
    Cell cell;
    std::optional<Decimal> value;
};

struct ArchiveRow {
    std::string number, label;      ///< "4.4" and the question; of a row of sums the number is empty
    std::vector<ArchiveCell> cells; ///< one a column
    bool is_sum = false;            ///< the sum that the report prints; the others are to add up to it
};

struct ArchiveTable {
    std::vector<std::string> columns; ///< "points", "max", "percent"; years
    std::size_t summed = 0;           ///< so many columns from the left add up
    std::vector<ArchiveRow> rows;
};

[[nodiscard]] ArchiveTable score_table(const Area& area);
[[nodiscard]] ArchiveTable history_table(const Record& record);

} // namespace kompass::publish
