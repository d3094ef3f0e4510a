// A CSV file of the rules: its rows, by the heads of their columns.
#pragma once

#include "text/csv.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kompass::rules {

/// Throws RulesError naming the file if it cannot be read (as what it is, `what`) or lacks one of the
/// columns.
[[nodiscard]] std::vector<text::CsvRow> rows_of(const std::filesystem::path& csv, const std::string& what,
                                                const std::vector<std::string>& columns);

} // namespace kompass::rules
