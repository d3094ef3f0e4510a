// The lock that a command must hold to write an archive, waited for.
#pragma once

#include "archive/archive.h"
#include "archive/writer_lock.h"
#include "cli/command.h"

#include <string>

namespace kompass::cli {

/// Where another process writes the archive this one says so, by name, and waits until that has ended.
[[nodiscard]] archive::WriterLock wait_for_lock(const std::string& archive, const Context& context);

/// For a command that changes what an archive holds and makes none: a mistyped name is an ArchiveError, and
/// no file comes to be.
[[nodiscard]] archive::Archive open_to_change(const std::string& archive, const Context& context);

} // namespace kompass::cli
