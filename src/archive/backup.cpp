#include "archive/backup.h"

#include "archive/connection.h"
#include "archive/schema/migrations.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

namespace kompass::archive {
namespace {

namespace fs = std::filesystem;

/// Gone with the object, unless it was renamed.
class UnfinishedFile {
public:
    explicit UnfinishedFile(fs::path file) : file_(std::move(file)) { remove(); }
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    UnfinishedFile(UnfinishedFile&&) = delete;
    UnfinishedFile& operator=(UnfinishedFile&&) = delete;
    ~UnfinishedFile() { remove(); }

    [[nodiscard]] const fs::path& path() const { return file_; }

private:
    void remove() const {
        std::error_code ignored;
        for (const auto* ending : {"", "-wal", "-shm", "-journal"})
            fs::remove(file_.string() + ending, ignored);
    }

    fs::path file_;
};

/// On the disk itself, not only in memory.
void sync(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (!synced) throw ArchiveError(fmt::format("backup {}: the disk failed; check it", file.string()));
}

void require_sound(const fs::path& file) {
    const Connection copy(file, Access::read);
    require_current(copy);
    copy.each("PRAGMA quick_check", {}, [&](const Row& row) {
        if (row.text(0) != "ok")
            throw ArchiveError(fmt::format("backup {}: the copy is damaged ({}); the archive may be, see "
                                           "kompass verify",
                                           file.string(), row.text(0)));
    });
}

/// A hard link fails where something is there already, which a rename would replace.
void rename_to_new(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::create_hard_link(from, to, error);
    if (error == std::errc::file_exists)
        throw ArchiveError(fmt::format("backup {}: there is a file already; name another", to.string()));
    if (error) fs::rename(from, to, error); // a file system without hard links
    if (error)
        throw ArchiveError(fmt::format("backup {}: cannot be put there ({})", to.string(), error.message()));
}

} // namespace

std::uintmax_t back_up(const fs::path& archive, const fs::path& copy) {
    if (fs::exists(copy))
        throw ArchiveError(fmt::format("backup {}: there is a file already; name another", copy.string()));
    const Connection source(archive, Access::read);
    require_current(source);
    const UnfinishedFile unfinished(copy.string() + ".part");
    source.copy_to(unfinished.path());
    require_sound(unfinished.path());
    sync(unfinished.path());
    rename_to_new(unfinished.path(), copy);
    return fs::file_size(copy);
}

} // namespace kompass::archive
