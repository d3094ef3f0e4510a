// The tables for others as one workbook (xlsx): a sheet a table, and before them one that tells what it is,
// whose it is, what the states mean and what each column holds.
//
// Cells are what the CSV of the same table has, typed. A figure or text that is not simply sound is painted
// and bears a note: its state in words, what was read, and what else it may be. The same archive gives the
// same bytes. Throws as Workbook does.
#pragma once

#include "archive/connection.h"
#include "enquiry/export_tables.h"
#include "publish/export/export_metadata.h"
#include "publish/export/figure_notes.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace kompass::publish {

/// Gives the rows of a table that are to stand in the workbook.
using RowsOf = std::function<std::vector<enquiry::ExportRow>(const enquiry::ExportTable&)>;

/// Of a part of the rows; `notes` are of the whole archive.
void write_workbook(const Publication& publication, const FigureNotes& notes, const RowsOf& rows_of,
                    const std::filesystem::path& file);

/// Of all rows. Part of the caller's transaction.
void write_workbook(const archive::Connection& connection, const Publication& publication,
                    const std::filesystem::path& file);

} // namespace kompass::publish
