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
    std::string format;           ///< one of `forms`
    archive::Description about{}; ///< what is told goes before what the archive says of itself
    std::string issued{};         ///< day, ISO 8601; empty: that of the release, if it is one
    text::CsvDialect dialect = text::CsvDialect::rfc4180; ///< of csv and datapackage
};

[[nodiscard]] const std::vector<std::string>& forms();
/// True of the forms that are CSV, which alone have dialects.
[[nodiscard]] bool is_csv(const std::string& form);

/// The name of the file that is a copy of the archive.
[[nodiscard]] std::string database_file();

/// What there is to say of the archive, without files. Part of the caller's transaction, as the next is.
[[nodiscard]] Publication publication_of(const archive::Connection& connection, const ExportOptions& options);
/// Writes the data in one form, and what describes just that form; adds it to the publication's forms. Of
/// "sqlite" the copy is there already, the last file written.
void write_form(const archive::Connection& connection, const std::string& form, Publication& publication,
                ExportFolder& folder);
/// Writes the catalogue of what was written.
void write_catalogue(const Publication& publication, ExportFolder& folder);

/// All of it: the data in one form and the catalogue; what was written.
Publication export_archive(const archive::Archive& archive, const ExportOptions& options,
                           ExportFolder& folder);

} // namespace kompass::publish
