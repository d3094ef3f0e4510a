// One run at a time writes an archive: a lock beside the file, "arkiv.db-lock", held while a run lasts.
//
// The database alone would keep the archive whole; the lock keeps two runs from reading the same reports
// twice. The kernel lets go of it when its process ends, however it ends. The file names its holder; it is
// removed at the end, and one that a killed process left stands in nobody's way. Where the file system knows
// no locks the archive is used without. Throws ArchiveError if the file cannot be made.
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

    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&&) = delete;
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;
    ~WriterLock();

private:
    WriterLock(std::filesystem::path file, int descriptor);

    std::filesystem::path file_;
    int descriptor_;
};

} // namespace kompass::archive
