// Blocks and rows as text, so that a test shows at a glance what came out.
#pragma once

#include "model/block.h"
#include "model/record.h"

#include <string>
#include <vector>

namespace kompass::testing {

/// Cells parted by " | ", items by " / ", "-" for an empty cell: "1.1 | Finns en plan? | 5 | 15 | 33%".
[[nodiscard]] std::string shown(const std::vector<TableCell>& row);

/// One line a row; a head row begins with "head: ".
[[nodiscard]] std::string shown(const Table& table);

/// One line a block ("heading: …", "paragraph: …", "item: …"), tables as above below "table" or
/// "table (uncertain)".
[[nodiscard]] std::string shown(const Blocks& blocks);

/// "1.1 5/15 33% Finns en plan?", with "-" for what is missing and "?" behind doubtful figures.
[[nodiscard]] std::string shown(const Question& question);
[[nodiscard]] std::string shown(const Score& score);

/// The texts of findings, one a line.
[[nodiscard]] std::string shown(const std::vector<Finding>& findings);

} // namespace kompass::testing
