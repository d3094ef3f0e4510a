// Is an archive sound? Every promise it makes, checked.
//
// Checks: SQLite's own integrity; foreign keys; search indexes against their tables; entries and sources
// without what they belong to; that each report can be read and is evidence of one evaluation; that what is
// in effect is what follows from documents and decisions, and what the views say; that the line that tells of
// an account is what its parts say; that the archive says what each column means; that what was read and what
// OCR read can be read back; the hashes of sources still on disk. Nothing is written. Each check answers with
// what is wrong, and where; the first few of many.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kompass::archive {

struct Check {
    std::string name;                     ///< kebab-case
    std::string what;                     ///< what was looked at, e.g. "21 reports"
    std::vector<std::string> faults = {}; ///< empty: all well
    std::vector<std::string> notes = {};  ///< worth knowing, no fault
};

/// Throws ArchiveError if the file cannot be opened as an archive of this version.
[[nodiscard]] std::vector<Check> verify(const std::filesystem::path& archive);

} // namespace kompass::archive
