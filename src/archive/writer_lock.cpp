#include "archive/writer_lock.h"

#include "archive/error.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

namespace kompass::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view head = "process "; ///< of what a holder writes

/// Beside the archive itself, by whatever link it is reached.
fs::path lock_file(const fs::path& archive) {
    std::error_code error;
    const auto itself = fs::weakly_canonical(archive, error);
    return (error ? archive : itself).string() + "-lock";
}

[[noreturn]] void refuse(const fs::path& archive, const fs::path& file, const std::string& why) {
    throw ArchiveError(fmt::format("archive {}: {} {}", archive.string(), file.string(), why));
}

std::string start_of(int descriptor) {
    std::array<char, 4096> bytes{};
    const auto count = ::pread(descriptor, bytes.data(), bytes.size(), 0);
    return {bytes.data(), count < 0 ? 0 : static_cast<std::size_t>(count)};
}

/// A file with one name and with nothing in it but what a holder wrote.
bool is_lock(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_nlink > 1) return false;
    return status.st_size == 0 || start_of(descriptor).starts_with(head);
}

int open_lock(const fs::path& archive, const fs::path& file) {
    constexpr auto in_the_way = "is there and is no lock of kompass; move it away, or name another archive";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
    if (descriptor < 0 && (errno == ELOOP || errno == EISDIR || errno == ENXIO))
        refuse(archive, file, in_the_way);
    if (descriptor < 0)
        refuse(archive, file,
               fmt::format("cannot be made ({}); check the rights and the free space of its folder",
                           std::generic_category().message(errno)));
    if (!is_lock(descriptor)) {
        ::close(descriptor);
        refuse(archive, file, in_the_way);
    }
    return descriptor;
}

/// What keeps anything from being written there.
void require_place(const fs::path& archive) {
    std::error_code ignored;
    if (fs::is_directory(archive, ignored))
        throw ArchiveError(fmt::format("archive {}: this is a folder; name a file in it", archive.string()));
    if (archive.has_parent_path() && !fs::exists(archive.parent_path(), ignored))
        throw ArchiveError(fmt::format("archive {}: the folder {} does not exist; make it first",
                                       archive.string(), archive.parent_path().string()));
}

/// The holder before may have removed the file between our opening and our locking it.
bool is_still_there(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && status.st_nlink > 0;
}

} // namespace

WriterLock::WriterLock(fs::path archive, fs::path file, int descriptor)
    : archive_(std::move(archive)), file_(std::move(file)), descriptor_(descriptor) {}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : archive_(std::move(other.archive_)), file_(std::move(other.file_)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
    std::swap(archive_, other.archive_); // the other lets go of what this held
    std::swap(file_, other.file_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

WriterLock::~WriterLock() {
    if (descriptor_ < 0) return;
    std::error_code ignored;
    fs::remove(file_, ignored); // still locked: nobody has taken it meanwhile
    ::close(descriptor_);
}

std::optional<WriterLock> WriterLock::try_take(const fs::path& archive, const std::string& who) {
    require_place(archive);
    for (;;) {
        const auto file = lock_file(archive);
        WriterLock lock(archive, file, open_lock(archive, file));
        const bool locked = ::flock(lock.descriptor_, LOCK_EX | LOCK_NB) == 0;
        if (!locked && errno == EWOULDBLOCK) {
            ::close(std::exchange(lock.descriptor_, -1));
            return std::nullopt;
        }
        if (locked && !is_still_there(lock.descriptor_)) {
            ::close(std::exchange(lock.descriptor_, -1));
            continue;
        }
        const auto text = fmt::format("{}{}: {}\n", head, ::getpid(), who);
        // That it names its holder is a help; a full disk must not keep anybody from the archive.
        if (::ftruncate(lock.descriptor_, 0) == 0)
            static_cast<void>(::pwrite(lock.descriptor_, text.data(), text.size(), 0) < 0);
        return lock;
    }
}

std::string WriterLock::holder(const fs::path& archive) {
    const int descriptor = ::open(lock_file(archive).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) return {};
    const auto text = is_lock(descriptor) ? start_of(descriptor) : std::string();
    ::close(descriptor);
    return text.substr(0, text.find('\n'));
}

} // namespace kompass::archive
