// The rows that tables hold of an evaluation that is in effect.
//
// They are made apart from writing, so that what is stored can be held to what would be stored. Reading the
// connection only finds the ids of the documents' rows. Part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "archive/evaluation/composition.h"
#include "archive/evaluation/effective.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kompass::archive {

/// Rows of one table. The first column is the evaluation's, and not among them.
struct TableRows {
    std::string table;
    std::vector<std::string> columns;
    std::vector<Values> rows;
};

/// What the tables hold beside the evaluation's own row.
[[nodiscard]] std::vector<TableRows> rows_of(const Connection& connection, const Composition& composition,
                                             const Effective& effective);

/// The evaluation's own row, but for its id. What it counts is counted among `rows`, those of rows_of, so
/// that a list of many evaluations need not count.
[[nodiscard]] TableRows evaluation_row(const std::string& key, const Composition& composition,
                                       const Effective& effective, const std::vector<TableRows>& rows);

} // namespace kompass::archive
