#include "archive/writer_lock.h"

#include "archive/archive.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace kompass::archive {
namespace {

std::filesystem::path lock_file(const std::filesystem::path& archive) {
    return archive.string() + "-lock";
}

int open_lock(const std::filesystem::path& archive) {
    const auto file = lock_file(archive);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0)
        throw ArchiveError(fmt::format("archive {}: {} cannot be made ({}); check the rights and the free "
                                       "space of its folder",
                                       archive.string(), file.string(),
                                       std::generic_category().message(errno)));
    return descriptor;
}

/// The holder before may have removed the file between our opening and our locking it.
bool is_still_there(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && status.st_nlink > 0;
}

} // namespace

WriterLock::WriterLock(std::filesystem::path file, int descriptor)
    : file_(std::move(file)), descriptor_(descriptor) {}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock::~WriterLock() {
    if (descriptor_ < 0) return;
    std::error_code ignored;
    std::filesystem::remove(file_, ignored); // still locked: nobody has taken it meanwhile
    ::close(descriptor_);
}

std::optional<WriterLock> WriterLock::try_take(const std::filesystem::path& archive, const std::string& who) {
    for (;;) {
        WriterLock lock(lock_file(archive), open_lock(archive));
        const bool locked = ::flock(lock.descriptor_, LOCK_EX | LOCK_NB) == 0;
        if (!locked && errno == EWOULDBLOCK) {
            ::close(std::exchange(lock.descriptor_, -1));
            return std::nullopt;
        }
        if (locked && !is_still_there(lock.descriptor_)) {
            ::close(std::exchange(lock.descriptor_, -1));
            continue;
        }
        const auto text = fmt::format("process {}: {}\n", ::getpid(), who);
        // That it names its holder is a help; a full disk must not keep anybody from the archive.
        if (::ftruncate(lock.descriptor_, 0) == 0)
            static_cast<void>(::write(lock.descriptor_, text.data(), text.size()) < 0);
        return lock;
    }
}

std::string WriterLock::holder(const std::filesystem::path& archive) {
    std::ifstream file(lock_file(archive));
    std::string line;
    std::getline(file, line);
    return line;
}

} // namespace kompass::archive
