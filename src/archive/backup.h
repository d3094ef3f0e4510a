// A copy of an archive, whole and at one moment, also while others write it (SQLite's backup API).
//
// The copy is made beside its place, checked, synced and then renamed, so that a copy by its name is always a
// whole one. A file that is there already is never overwritten. Throws ArchiveError.
#pragma once

#include <cstdint>
#include <filesystem>

namespace kompass::archive {

/// The size of the copy in bytes.
std::uintmax_t back_up(const std::filesystem::path& archive, const std::filesystem::path& copy);

} // namespace kompass::archive
