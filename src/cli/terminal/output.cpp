#include "cli/terminal/output.h"

#include <cerrno>
#include <csignal>
#include <system_error>

#include <unistd.h>

namespace kompass::cli {

void survive_closed_pipes() {
    std::signal(SIGPIPE, SIG_IGN);
}

Output::Output(int fd) : fd_(fd), terminal_(Terminal::of(fd)) {}

void Output::write(std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(fd_, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            throw ClosedOutput{};
        } else if (errno != EINTR) {
            throw std::system_error(errno, std::generic_category(), "cannot write to standard output");
        }
    }
}

} // namespace kompass::cli
