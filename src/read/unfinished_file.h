// A file that is being written beside the place where it shall be, and appears there whole or not at all.
//
// It is made anew under a name that nothing has ("PLACE.1234-0"): no file of the user's is written over or
// removed, and no link is followed. Gone with the object unless it was moved; what SQLite makes beside it
// goes too. Throws std::system_error, and does not move it after a person asked to stop (stop.h). One thread
// uses an UnfinishedFile.
#pragma once

#include <filesystem>
#include <string_view>

namespace kompass::read {

class UnfinishedFile {
public:
    /// An empty file beside `place`.
    explicit UnfinishedFile(std::filesystem::path place);
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    UnfinishedFile(UnfinishedFile&&) = delete;
    UnfinishedFile& operator=(UnfinishedFile&&) = delete;
    ~UnfinishedFile();

    [[nodiscard]] const std::filesystem::path& path() const { return file_; }

    void write(std::string_view bytes) const;
    /// On the disk itself, not only in memory.
    void sync() const;
    /// In place of what is there.
    void move_into_place();
    /// Only where nothing is: std::errc::file_exists otherwise.
    void move_to_free_place();

private:
    std::filesystem::path place_, file_;
};

} // namespace kompass::read
