// A folder that comes into being whole, with all its files, or not at all, and never over anything of the
// user's.
//
// Files are written into a folder beside it, which `commit` gives its name; without a commit it goes away
// again. The name must be free, or that of an empty folder.
#pragma once

#include <filesystem>
#include <string>

namespace kompass::publish {

class NewFolder {
public:
    /// Makes the folders above, too. Throws std::runtime_error if the name is taken or nothing can be made
    /// there.
    explicit NewFolder(const std::filesystem::path& folder);
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    ~NewFolder();

    /// Where files are to be written until `commit`.
    [[nodiscard]] const std::filesystem::path& path() const { return partial_; }
    /// Throws std::runtime_error if it cannot be written whole.
    void write(const std::string& name, const std::string& content) const;
    /// Throws std::runtime_error if the name was taken meanwhile.
    void commit();

private:
    std::filesystem::path folder_, partial_;
};

} // namespace kompass::publish
