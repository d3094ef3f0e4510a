#include "archive/existing_file.h"

#include "archive/error.h"

#include <fmt/format.h>

#include <system_error>

namespace kompass::archive {

namespace fs = std::filesystem;

void require_there(const fs::path& file) {
    std::error_code ignored;
    if (fs::is_directory(file, ignored))
        throw ArchiveError(fmt::format("archive {}: this is a folder; name a file in it", file.string()));
    if (!fs::exists(file, ignored))
        throw ArchiveError(fmt::format(
            "archive {}: there is no such file; make one with: kompass ingest --archive {} PATH…, or "
            "name another (--archive, $KOMPASS_ARCHIVE, or for good: kompass config archive FILE)",
            file.string(), file.string()));
}

} // namespace kompass::archive
