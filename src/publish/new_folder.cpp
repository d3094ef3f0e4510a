#include "publish/new_folder.h"

#include "read/stop.h"

#include <fmt/format.h>

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace kompass::publish {
namespace {

namespace fs = std::filesystem;

/// "review/" is "review".
fs::path without_last_slash(const fs::path& folder) {
    return folder.has_filename() ? folder : folder.parent_path();
}

void require_free(const fs::path& folder) {
    std::error_code error;
    const auto type = fs::symlink_status(folder, error).type();
    if (type == fs::file_type::not_found) return;
    if (type == fs::file_type::directory && fs::is_empty(folder, error) && !error) return;
    throw std::runtime_error(fmt::format(
        "{} is there already, and may hold what you filled in; name another folder", folder.string()));
}

/// As usual for new folders: mkdtemp makes them for their owner alone.
void give_usual_rights(const fs::path& folder) {
    const auto mask = ::umask(0);
    ::umask(mask);
    fs::permissions(folder, static_cast<fs::perms>(0777U & ~mask));
}

} // namespace

NewFolder::NewFolder(const fs::path& folder) : folder_(without_last_slash(folder)) {
    require_free(folder_);
    std::error_code error;
    if (folder_.has_parent_path()) fs::create_directories(folder_.parent_path(), error);
    auto pattern = folder_.string() + ".partial-XXXXXX";
    if (error || ::mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error(
            fmt::format("cannot make the folder {}: {}", folder_.string(),
                        error ? error.message() : std::generic_category().message(errno)));
    partial_ = pattern;
    give_usual_rights(partial_);
}

NewFolder::~NewFolder() {
    std::error_code ignored;
    if (!partial_.empty()) fs::remove_all(partial_, ignored);
}

void NewFolder::write(const std::string& name, const std::string& content) const {
    std::ofstream file(partial_ / name, std::ios::binary);
    file << content;
    file.close();
    if (!file)
        throw std::runtime_error(
            fmt::format("cannot write {}: check the folder's rights and the disk's free space",
                        (folder_ / name).string()));
}

void NewFolder::commit() {
    read::stop_if_asked();
    std::error_code error;
    fs::rename(partial_, folder_, error); // refuses a folder that is not empty, and whatever is no folder
    if (error)
        throw std::runtime_error(
            fmt::format("cannot make the folder {}: {}", folder_.string(), error.message()));
    partial_.clear();
}

} // namespace kompass::publish
