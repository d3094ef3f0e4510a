#include "publish/export_folder.h"

#include "read/sha256.h"

#include <fmt/format.h>

#include <stdexcept>
#include <system_error>

namespace kompass::publish {

namespace fs = std::filesystem;

ExportFolder::ExportFolder(fs::path folder) : folder_(std::move(folder)) {
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
    const auto partial = folder_ / (name + ".partial");
    fs::remove(partial);
    try {
        make(partial);
        fs::rename(partial, folder_ / name);
    } catch (...) {
        std::error_code ignored;
        fs::remove(partial, ignored);
        throw;
    }
    files_.push_back({name, fs::file_size(folder_ / name), {}});
}

} // namespace kompass::publish
