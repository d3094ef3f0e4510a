#include "cli/terminal/terminal.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

namespace kompass::cli {
namespace {

constexpr int usual_width = 80;
constexpr int least_width = 40;

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

Terminal Terminal::of(int fd) {
    const bool interactive = isatty(fd) == 1;
    const bool colour = interactive && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
    return {interactive, colour, width_of(fd)};
}

std::string coloured(std::string_view text, Colour colour, const Terminal& terminal) {
    constexpr std::array codes{0, 1, 2, 32, 33, 31};
    if (!terminal.colour || colour == Colour::plain) return std::string{text};
    return fmt::format("\x1b[{}m{}\x1b[0m", codes.at(static_cast<std::size_t>(colour)), text);
}

} // namespace kompass::cli
