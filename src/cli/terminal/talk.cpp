#include "cli/terminal/talk.h"

#include "text/fitting.h"
#include "text/visible.h"

#include <cerrno>
#include <string>

#include <unistd.h>

namespace kompass::cli {
namespace {

/// Nobody is left to be told when standard error itself cannot be written, so that is passed over.
void write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(fd, text.data(), text.size());
        if (written < 0 && errno != EINTR) return;
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
}

} // namespace

Talk::Talk(int fd, bool quiet) : fd_(fd), quiet_(quiet), terminal_(Terminal::of(fd)) {}

Talk::~Talk() {
    status({});
}

void Talk::remark(std::string_view line) {
    if (!quiet_) write_line(line);
}

void Talk::error(std::string_view line) {
    write_line(std::string{coloured("kompass:", Colour::red, terminal_)}.append(" ").append(line));
}

void Talk::status(std::string_view line) {
    if (quiet_ || !terminal_.interactive || (line.empty() && !status_shown_)) return;
    write_all(fd_, "\r\x1b[K" + text::shortened(text::visible_line(line),
                                                static_cast<std::size_t>(terminal_.width - 1)));
    status_shown_ = !line.empty();
}

void Talk::write_line(std::string_view line) {
    status({});
    write_all(fd_, shown(line, terminal_) + "\n");
}

} // namespace kompass::cli
