// Tables whose rows are areas: which area a row is of.
//
// Pure functions, thread safe.
#pragma once

#include "model/block.h"
#include "model/decimal.h"
#include "rules/knowledge.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass {

/// 1 to 8, by the row's title or else its number; 0: the row is of all areas together; none: of neither.
[[nodiscard]] std::optional<int> area_of_row(const TableRow& row, const rules::Knowledge& knowledge);

/// The area's title as it stands in the row, without its number.
[[nodiscard]] std::string title_in_row(const TableRow& row);

/// An area of a table that holds them as a list in one cell and their points in the next.
struct ListedArea {
    int number = 0; ///< 0: all areas together
    std::string title;
    Decimal points;
};

/// Those of a table of texts whose list names the eight areas, in order, and has as many figures beside it;
/// none of any other.
[[nodiscard]] std::vector<ListedArea> listed_areas(const Table& table, const rules::Knowledge& knowledge);

/// How many areas have a row of their own.
[[nodiscard]] int count_area_rows(const Table& table, const rules::Knowledge& knowledge);

} // namespace kompass
