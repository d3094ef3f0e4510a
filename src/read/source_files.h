// Which files a person means by the paths given to `ingest`.
//
// A file named outright is taken whatever it is called; reading tells what it is. Of a folder, and the
// folders in it, the files that end like a source are taken, sorted by path; hidden files and folders are
// passed over, and links to folders are not followed. What cannot be looked at hides nothing else: a link
// that leads nowhere is a file, of which reading says what is wrong; a folder that cannot be listed is named
// with the reason. No function throws over what it finds on disk.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kompass::read {

/// A folder whose files, or some of them, are not among those taken.
struct UnlistedFolder {
    std::filesystem::path folder;
    std::string why;
};

struct SourceFiles {
    std::vector<std::filesystem::path> files; ///< each once, in the order of the paths
    std::vector<UnlistedFolder> unlisted;
};

[[nodiscard]] SourceFiles source_files(const std::vector<std::filesystem::path>& paths);

} // namespace kompass::read
