#include "cli/terminal/terminal.h"

#include "text/visible.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

namespace kompass::cli {
namespace {

constexpr int usual_width = 80;
constexpr int least_width = 40;

/// By Colour; the first ends any.
constexpr std::array<std::string_view, 6> sequences{"\x1b[0m",  "\x1b[1m",  "\x1b[2m",
                                                    "\x1b[32m", "\x1b[33m", "\x1b[31m"};

/// 0 if none stands first.
std::size_t length_of_own_sequence(std::string_view text) {
    const auto* const found =
        std::find_if(sequences.begin(), sequences.end(),
                     [&](std::string_view sequence) { return text.starts_with(sequence); });
    return found == sequences.end() ? 0 : found->size();
}

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

int width_of(int fd) {
    const auto columns = environment("COLUMNS");
    int width = 0;
    const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), width);
    if (error == std::errc{} && end == columns.data() + columns.size() && width >= least_width) return width;

    winsize size{};
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= least_width) return size.ws_col;
    return usual_width;
}

} // namespace

int Terminal::table_width() const {
    return interactive ? width : usual_width;
}

Terminal Terminal::of(int fd) {
    const bool interactive = isatty(fd) == 1;
    const bool colour = interactive && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
    return {interactive, colour, width_of(fd)};
}

std::string coloured(std::string_view text, Colour colour, const Terminal& terminal) {
    if (!terminal.colour || colour == Colour::plain) return std::string{text};
    return std::string(sequences.at(static_cast<std::size_t>(colour))).append(text).append(sequences[0]);
}

std::string shown(std::string_view text, const Terminal& terminal) {
    std::string result;
    while (terminal.colour && !text.empty()) {
        const auto escape = std::min(text.find('\x1b'), text.size());
        result += text::visible(text.substr(0, escape));
        text.remove_prefix(escape);
        const auto own = length_of_own_sequence(text);
        result += text.substr(0, own);
        text.remove_prefix(own);
        if (own > 0 || text.empty()) continue;
        result += text::visible(text.substr(0, 1));
        text.remove_prefix(1);
    }
    return result + text::visible(text);
}

} // namespace kompass::cli
