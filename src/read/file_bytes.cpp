#include "read/file_bytes.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace kompass::read {
namespace {

/// Closes on scope exit.
class OpenFile {
public:
    // Not blocking, so that a named pipe is refused below instead of waited for.
    explicit OpenFile(const std::filesystem::path& file)
        : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

FileBytes refused(std::string why) {
    return {{}, std::move(why)};
}

/// Fills `bytes`; gives errno, or 0. A file that shrinks meanwhile gives what is left of it.
int read_fully(int descriptor, std::string& bytes) {
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t count = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    return 0;
}

} // namespace

FileBytes read_file(const std::filesystem::path& file) {
    const OpenFile source(file);
    if (source.descriptor() < 0) return refused(std::strerror(errno));

    struct stat status {};
    if (::fstat(source.descriptor(), &status) != 0) return refused(std::strerror(errno));
    if (S_ISDIR(status.st_mode)) return refused(std::strerror(EISDIR));
    if (!S_ISREG(status.st_mode)) return refused("not a regular file");

    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > largest_file)
        return refused(
            fmt::format("{} MiB, more than the {} MiB that are read", size >> 20, largest_file >> 20));

    FileBytes result{std::string(size, '\0'), {}};
    if (const int error = read_fully(source.descriptor(), result.bytes); error != 0)
        return refused(std::strerror(error));
    return result;
}

} // namespace kompass::read
