// Tables whose rows are parted by rules across the page, without rules between their columns.
//
// Such a table is a stack of rules of one length. Its columns are told by the white that goes down through
// its rows; a row whose ink crosses that white (a title) has one wide cell there.
#pragma once

#include "read/image/clean_page.h"
#include "read/image/ruled_tables.h"

#include <vector>

namespace kompass::read {

/// Stacks of rules outside `taken`, with at least two rows of at least two columns. What stands in them
/// need not be figures.
[[nodiscard]] std::vector<RuledTable> banded_tables(const CleanPage& page,
                                                    const std::vector<RuledTable>& taken);

} // namespace kompass::read
