// The table `cell`: the names of cells (model/cell.h) with their parts as columns, for SQL to join by.
//
// A name is written before anything that is joined by it. Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "model/cell.h"
#include "model/record.h"

#include <string>

namespace kompass::archive {

/// Does nothing if it is there.
void name_cell(Connection& connection, const Cell& cell);

/// Those that the record has or its findings are about.
void name_cells(Connection& connection, const Record& record);

/// Those of all reports, findings and corrections: for an archive from before the table.
void name_all_cells(Connection& connection);

/// The cell that an archive names. Throws ArchiveError if no cell is called so.
[[nodiscard]] Cell stored_cell(const std::string& name);

/// What is wrong with the table: a row that does not say what its name says. Empty: nothing.
[[nodiscard]] std::vector<std::string> faults_of_cells(const Connection& connection);

} // namespace kompass::archive
