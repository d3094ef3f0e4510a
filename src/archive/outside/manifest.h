// The manifest: the sheet (CSV) in which people say where files came from.
//
// Columns file, url, publisher, retrieved, licence, note; only `file` must be there. A row in which nothing
// but the file stands was not filled in, and says nothing. What is wrong with a row is told, and the others
// count. Pure; what is no CSV at all, or has no column `file`, is a std::runtime_error.
#pragma once

#include "archive/outside/sheet_fault.h"
#include "model/record.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::archive {

struct ManifestRow {
    std::size_t line = 0;
    std::string file; ///< with or without its folder, as text (text/file_name.h)
    FileOrigin origin;
};

struct Manifest {
    std::vector<ManifestRow> rows; ///< those filled in, in order
    SheetFaults faults;
    std::size_t blank = 0; ///< rows that say nothing
};

/// `name` is what errors call the sheet.
[[nodiscard]] Manifest parsed_manifest(std::string_view csv, const std::string& name);

/// The head of a sheet, and a line of it; both with their line end.
[[nodiscard]] std::string manifest_head();
[[nodiscard]] std::string manifest_line(const std::string& file, const FileOrigin& origin);

} // namespace kompass::archive
