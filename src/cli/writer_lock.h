// The lock that a command must hold to write an archive, waited for.
#pragma once

#include "archive/writer_lock.h"
#include "cli/command.h"

#include <string>

namespace kompass::cli {

/// Where another process writes the archive this one says so, by name, and waits until that has ended.
[[nodiscard]] archive::WriterLock wait_for_lock(const std::string& archive, const Context& context);

} // namespace kompass::cli
