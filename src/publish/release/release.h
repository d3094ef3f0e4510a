// A release: an edition of the archive for others to keep and cite, in a folder of its own that never
// changes.
//
// It holds a read-only copy of the archive, the exports, what changed since the release before, a README, a
// CITATION.cff and checksums. No folder of this machine is named in it and, unless wished, nobody who
// decided. It comes into being whole, under a free name, or not at all. The same archive, number, day and
// earlier release give the same bytes. Throws std::runtime_error or ArchiveError: also if the archive is not
// sound.
#pragma once

#include "archive/archive.h"
#include "publish/release/changes.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kompass::publish {

struct ReleaseOptions {
    std::filesystem::path archive, folder;
    std::string number;          ///< "2026.1"
    std::string day;             ///< ISO 8601
    std::filesystem::path since; ///< folder of the release before; empty: it is the first
    bool with_names = false;     ///< of those who decided
};

struct Release {
    int reports = 0;
    std::vector<std::string> files; ///< by name
    std::vector<Change> changes;
};

Release release(const ReleaseOptions& options);

} // namespace kompass::publish
