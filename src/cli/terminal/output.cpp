#include "cli/terminal/output.h"

#include "text/fitting.h"

#include <cerrno>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace kompass::cli {

void survive_closed_streams() {
    std::signal(SIGPIPE, SIG_IGN);
    // open gives the lowest number that is free.
    int descriptor = STDIN_FILENO;
    while (descriptor >= 0 && descriptor <= STDERR_FILENO)
        descriptor = ::open("/dev/null", O_RDWR);
    if (descriptor > STDERR_FILENO) ::close(descriptor);
}

Output::Output(int fd) : fd_(fd), terminal_(Terminal::of(fd)) {}

void Output::write(std::string_view text) {
    const auto all = shown(text, terminal_);
    text = all;
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

void Output::write_paragraph(std::string_view text, std::string_view indent) {
    const auto lines = text::wrapped(text, static_cast<std::size_t>(terminal_.width) - indent.size());
    write(text::joined(lines, "\n" + std::string{indent}) + '\n');
}

} // namespace kompass::cli
