// Brings an archive's schema to this program's version.
//
// The file's `application_id` says that it is an archive, its `user_version` how many of the migrations it
// has been through. All that are lacking are one transaction. Nothing but `kompass upgrade` (upgrade.h)
// changes the schema of a user's file; reading commands migrate a private copy.
#pragma once

#include "archive/connection.h"

#include <functional>
#include <string_view>

namespace kompass::archive {

/// 'Komp' in ASCII.
inline constexpr int application_id = 0x4B6F6D70;

[[nodiscard]] int newest_version();

/// How many migrations the archive has been through.
[[nodiscard]] int version_of(const Connection& connection);

/// What a version brought, for people: "decisions can be taken back".
[[nodiscard]] std::string_view change_of(int version);

/// Makes a new file an archive; one that is an archive already must be current.
void make_if_blank(Connection& connection);

/// Makes an older archive a current one. Throws ArchiveError if the file is none of this kompass or an older
/// one; the file is then as it was. `on_version` is told of each version before the archive is brought to it.
void migrate(Connection& connection, const std::function<void(int version)>& on_version = {});

/// Throws ArchiveError unless the file is an archive of this version or an older one.
void require_readable(const Connection& connection);

/// Throws ArchiveError unless the file is an archive of exactly this version.
void require_current(const Connection& connection);

} // namespace kompass::archive
