// ingest --manifest: what a sheet says of where files came from, taken into the archive.
//
// Each line that means no file, or cannot be taken, is told; the others count.
#pragma once

#include "archive/archive.h"
#include "archive/outside/manifest_files.h"
#include "cli/command.h"
#include "cli/event_log.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kompass::cli {

/// What became of a sheet.
struct ManifestOutcome {
    std::size_t kept = 0;   ///< lines that stand in the archive now, be it since before
    std::size_t faults = 0; ///< lines that were told
};

class ManifestIntake {
public:
    /// Throws std::runtime_error if the file is no manifest at all: before anything is written.
    explicit ManifestIntake(const std::string& file);

    /// `present` are the files of the run.
    [[nodiscard]] ManifestOutcome take(const std::vector<archive::PresentFile>& present,
                                       archive::Archive& archive, EventLog& log, Talk& talk) const;

private:
    std::string file_;
    archive::Manifest manifest_;
};

} // namespace kompass::cli
