// Which file each row of a manifest means: one of this run, one that lies where the row says, or one that the
// archive holds already.
//
// A row names a file by its path, seen from the manifest's folder or from the current one; else by the end of
// the path at which it was found (its bare name too). A name that fits several files of different content
// means none of them. Two rows of one content are told; where they say different things, neither counts.
// Reads the files that rows name; part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "archive/outside/manifest.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kompass::archive {

/// A file of the run that the manifest is given to.
struct PresentFile {
    std::filesystem::path path;
    std::string sha256; ///< empty: it cannot be read
};

struct ToldOrigin {
    std::size_t line = 0;
    std::string sha256;
    FileOrigin origin;
};

struct ToldOrigins {
    std::vector<ToldOrigin> origins; ///< of each content one
    SheetFaults faults;              ///< of rows that mean no file, or not one alone
};

[[nodiscard]] ToldOrigins origins_told(const Manifest& manifest, const std::filesystem::path& folder,
                                       const std::vector<PresentFile>& present, const Connection& connection);

} // namespace kompass::archive
