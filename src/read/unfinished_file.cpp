#include "read/unfinished_file.h"

#include "read/stop.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace kompass::read {
namespace {

namespace fs = std::filesystem;

/// O_EXCL: neither a file nor a link, wherever it leads, may have the name.
fs::path made_beside(const fs::path& place) {
    for (int number = 0;; ++number) {
        fs::path file = fmt::format("{}.{}-{}", place.string(), ::getpid(), number);
        const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0) {
            ::close(descriptor);
            return file;
        }
        if (errno != EEXIST) throw std::system_error(errno, std::generic_category(), file.string());
    }
}

} // namespace

UnfinishedFile::UnfinishedFile(fs::path place) : place_(std::move(place)), file_(made_beside(place_)) {}

UnfinishedFile::~UnfinishedFile() {
    if (file_.empty()) return;
    std::error_code ignored;
    for (const auto* ending : {"", "-wal", "-shm", "-journal"})
        fs::remove(file_.string() + ending, ignored);
}

void UnfinishedFile::write(std::string_view bytes) const {
    std::ofstream stream(file_, std::ios::binary);
    stream.exceptions(std::ios::badbit | std::ios::failbit);
    stream << bytes;
    stream.close();
}

void UnfinishedFile::sync() const {
    const int descriptor = ::open(file_.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int error = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (!synced) throw std::system_error(error, std::generic_category(), file_.string());
}

void UnfinishedFile::move_into_place() {
    stop_if_asked();
    fs::rename(file_, place_);
    file_.clear();
}

/// A hard link fails where something is there already, which a rename would replace.
void UnfinishedFile::move_to_free_place() {
    stop_if_asked();
    std::error_code error;
    fs::create_hard_link(file_, place_, error);
    if (!error) return; // the first name goes with the object
    if (error == std::errc::file_exists) throw std::system_error(error, place_.string());
    if (fs::exists(fs::symlink_status(place_)))
        throw std::system_error(std::make_error_code(std::errc::file_exists), place_.string());
    move_into_place(); // a file system without hard links
}

} // namespace kompass::read
