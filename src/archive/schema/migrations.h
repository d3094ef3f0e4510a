// Brings an archive's schema to this program's version.
//
// The file's `application_id` says that it is an archive, its `user_version` how many of the migrations it
// has been through. Each migration is one transaction with the version it leads to.
#pragma once

#include "archive/connection.h"

namespace kompass::archive {

/// 'Komp' in ASCII.
inline constexpr int application_id = 0x4B6F6D70;

[[nodiscard]] int newest_version();

/// Makes a new file an archive, or an older archive a current one. Throws ArchiveError if the file belongs to
/// another program or to a newer kompass; the file is then as it was.
void migrate(Connection& connection);

/// Throws ArchiveError unless the file is an archive of exactly this version.
void require_current(const Connection& connection);

} // namespace kompass::archive
