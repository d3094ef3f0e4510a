// The file of an archive that must be there: a mistyped name makes none. Thread safe.
#pragma once

#include <filesystem>

namespace kompass::archive {

/// Throws ArchiveError if there is no such file, or if it is a folder.
void require_there(const std::filesystem::path& file);

} // namespace kompass::archive
