#include "archive/backup.h"

#include "archive/connection.h"
#include "archive/upgrade/migrations.h"
#include "read/unfinished_file.h"

#include <fmt/format.h>

#include <system_error>

namespace kompass::archive {
namespace {

namespace fs = std::filesystem;

void require_sound(const fs::path& file) {
    const auto copy = Connection::reading(file);
    require_readable(copy);
    for (const auto& fault : copy.texts("PRAGMA quick_check"))
        if (fault != "ok")
            throw ArchiveError(fmt::format("backup {}: the copy is damaged ({}); the archive may be, see "
                                           "kompass verify",
                                           file.string(), fault));
}

} // namespace

std::uintmax_t back_up(const fs::path& archive, const fs::path& copy) {
    const auto refuse = [&](const std::string& why) {
        throw ArchiveError(fmt::format("backup {}: {}", copy.string(), why));
    };
    constexpr auto occupied = "there is a file already; name another";
    if (fs::exists(fs::symlink_status(copy))) refuse(occupied);
    const auto source = Connection::reading(archive);
    require_readable(source);
    try {
        read::UnfinishedFile unfinished(copy);
        source.copy_to(unfinished.path());
        require_sound(unfinished.path());
        unfinished.sync();
        unfinished.move_to_free_place();
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::file_exists) refuse(occupied);
        refuse(
            fmt::format("cannot be put there ({}); check the folder and the disk", error.code().message()));
    }
    return fs::file_size(copy);
}

} // namespace kompass::archive
