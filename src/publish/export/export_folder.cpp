#include "publish/export/export_folder.h"

#include "read/sha256.h"
#include "read/unfinished_file.h"

#include <fmt/format.h>

#include <stdexcept>
#include <system_error>

namespace kompass::publish {

namespace fs = std::filesystem;

ExportFolder::ExportFolder(fs::path folder, fs::path source)
    : folder_(std::move(folder)), source_(std::move(source)) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (!fs::is_directory(folder_))
        throw std::runtime_error(fmt::format("cannot make the folder {}{}{}", folder_.string(),
                                             error ? ": " : "", error ? error.message() : ""));
}

void ExportFolder::write(const std::string& name, std::string_view content) {
    stream(name, [&](std::ostream& out) {
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
    });
    files_.back().sha256 = read::sha256_hex(content);
}

void ExportFolder::open_subfolder(const std::string& name) const {
    std::error_code error;
    fs::create_directories(folder_ / name, error);
    if (error)
        throw std::runtime_error(
            fmt::format("cannot make the folder {}: {}", (folder_ / name).string(), error.message()));
}

void ExportFolder::stream(const std::string& name, const std::function<void(std::ostream&)>& fill) {
    make(name, [&](const fs::path& partial) {
        std::ofstream out(partial, std::ios::binary);
        fill(out);
        out.close();
        if (!out)
            throw std::runtime_error(
                fmt::format("cannot write {}: check the folder's rights and the disk's free space",
                            (folder_ / name).string()));
    });
}

void ExportFolder::make(const std::string& name, const std::function<void(const fs::path&)>& make) {
    const auto file = folder_ / name;
    require_replaceable(file);
    read::UnfinishedFile unfinished(file);
    make(unfinished.path());
    unfinished.move_into_place();
    files_.push_back({name, fs::file_size(file), {}});
}

/// An SQLite database with its -wal or -journal beside it is in use, or waits to be made whole from it:
/// another file put in its place would be taken for it.
void ExportFolder::require_replaceable(const fs::path& file) const {
    std::error_code none_there;
    if (fs::equivalent(file, source_, none_there))
        throw std::runtime_error(
            fmt::format("{} is the archive itself, which an export does not replace; choose another folder",
                        file.string()));
    for (const auto* ending : {"-wal", "-journal"})
        if (fs::exists(file.string() + ending))
            throw std::runtime_error(
                fmt::format("{} is a database that is in use ({} is beside it); choose another folder",
                            file.string(), fs::path(file.string() + ending).filename().string()));
}

} // namespace kompass::publish
