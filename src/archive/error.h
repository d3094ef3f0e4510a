// What goes wrong with an archive. Each message names the file and says what to do.
#pragma once

#include <stdexcept>

namespace kompass::archive {

struct ArchiveError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The schema refuses a value: the transaction is lost, the file is well.
struct ConstraintError : ArchiveError {
    using ArchiveError::ArchiveError;
};

/// Another process holds the file locked, for longer than one waits.
struct LockedError : ArchiveError {
    using ArchiveError::ArchiveError;
};

} // namespace kompass::archive
