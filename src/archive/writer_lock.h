// One run at a time writes an archive: a lock beside the file, "arkiv.db-lock", held while a run lasts.
//
// Without a lock in hand there is no connection that writes (connection.h). The database alone would keep the
// archive whole; the lock keeps two runs from reading the same reports twice, and what a run has read from
// becoming stale. It belongs to the archive itself: one that is reached by a link has the same. The kernel
// lets go of it when its process ends, however it ends. The file names its holder; it is removed at the end,
// and one that a killed process left stands in nobody's way. A file of another kind by that name is never
// touched: no link is followed, nothing is written into what kompass did not write. Where the file system
// knows no locks the archive is used without. Throws ArchiveError if the file cannot be made, or is no lock.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace kompass::archive {

class WriterLock {
public:
    /// nullopt: another process holds it. `who` tells others what runs.
    [[nodiscard]] static std::optional<WriterLock> try_take(const std::filesystem::path& archive,
                                                            const std::string& who);
    /// What the holder wrote of itself; empty if there is none.
    [[nodiscard]] static std::string holder(const std::filesystem::path& archive);

    /// The archive that it is of.
    [[nodiscard]] const std::filesystem::path& archive() const { return archive_; }

    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&& other) noexcept;
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;
    ~WriterLock();

private:
    WriterLock(std::filesystem::path archive, std::filesystem::path file, int descriptor);

    std::filesystem::path archive_, file_;
    int descriptor_; ///< below 0: held no more
};

} // namespace kompass::archive
