// An archive written for others: its data in one of the forms that `forms` lists, and what describes them.
//
// All data of one export are of one state of the archive. The same archive and options give the same bytes;
// no clock is asked. Throws std::runtime_error or ArchiveError, naming the file.
#pragma once

#include "archive/archive.h"
#include "publish/export/export_folder.h"
#include "publish/export/publication.h"
#include "text/csv.h"

#include <string>
#include <vector>

namespace kompass::publish {

struct ExportOptions {
    std::string format; ///< one of `forms`
    std::string publisher;
    text::CsvDialect dialect = text::CsvDialect::rfc4180; ///< of csv and datapackage
};

[[nodiscard]] const std::vector<std::string>& forms();
/// True of the forms that are CSV, which alone have dialects.
[[nodiscard]] bool is_csv(const std::string& form);

/// Writes data and metadata into the folder; what was written.
Publication export_archive(const archive::Archive& archive, const ExportOptions& options,
                           ExportFolder& folder);

} // namespace kompass::publish
