// Which files a person means by the paths given to `ingest`.
//
// A file named outright is taken whatever it is called; reading tells what it is. Of a folder, and the
// folders in it, the files that end like a source are taken, sorted by path; hidden files and folders are
// passed over. A folder that cannot be listed is a std::filesystem::filesystem_error.
#pragma once

#include <filesystem>
#include <vector>

namespace kompass::read {

/// Each file once, in the order of `paths`.
[[nodiscard]] std::vector<std::filesystem::path>
source_files(const std::vector<std::filesystem::path>& paths);

} // namespace kompass::read
