// A ZIP archive, written entry by entry by libarchive: the only place that includes it.
//
// Entries have no time and no owner, so that the same entries give the same bytes. Throws std::runtime_error,
// naming the file.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace kompass::publish {

class ZipFile {
public:
    explicit ZipFile(const std::filesystem::path& file);
    ZipFile(const ZipFile&) = delete;
    ZipFile& operator=(const ZipFile&) = delete;
    ~ZipFile();

    void add(const std::string& name, std::string_view content);
    /// An empty folder; its name ends with a stroke.
    void add_folder(const std::string& name);
    /// Writes the end; nothing may be added then.
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace kompass::publish
