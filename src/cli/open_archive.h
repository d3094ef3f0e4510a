// How commands open an archive: to read it, or under the lock that a command must hold to write it.
#pragma once

#include "archive/archive.h"
#include "archive/writer_lock.h"
#include "cli/command.h"
#include "pipeline/knowledge_sources.h"

#include <string>

namespace kompass::cli {

/// Says so where the archive is of an older kompass.
[[nodiscard]] archive::Archive open_to_read(const std::string& archive, const Context& context);

/// Where another process writes the archive this one says so, by name, and waits until that has ended.
[[nodiscard]] archive::WriterLock wait_for_lock(const std::string& archive, const Context& context);

/// For a command that changes what an archive holds and makes none: a mistyped name is an ArchiveError, and
/// no file comes to be.
[[nodiscard]] archive::Archive open_to_change(const std::string& archive, const Context& context);

/// What the settings name, and the municipalities that the archive remembers.
[[nodiscard]] pipeline::KnowledgeSources knowledge_sources(const Settings& settings,
                                                           const archive::Archive& archive);

} // namespace kompass::cli
