// Standard output, where results go and nothing else.
//
// A reader that has gone away (`kompass list | head -1`) is no error of ours: writing throws ClosedOutput,
// which main turns into a quiet end. Any other failure to write (a full disk) is a std::system_error.
// What is written passes `shown`, for reports and names of files come from anywhere.
#pragma once

#include "cli/terminal/terminal.h"
#include "text/language.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string_view>

namespace kompass::cli {

struct ClosedOutput : std::runtime_error {
    ClosedOutput() : std::runtime_error("standard output is closed") {}
};

/// Lets a write to a closed pipe fail instead of killing the process, and opens /dev/null for each standard
/// stream that is closed: else the next file opened, an archive or a log, would take its number and its text.
/// Before anything is opened.
void survive_closed_streams();

class Output {
public:
    explicit Output(int fd);

    void write(std::string_view text);
    /// As text::tr.
    template <typename... Args>
    void print(fmt::format_string<Args...> format, Args&&... args) {
        write(text::tr(format, std::forward<Args>(args)...));
    }
    /// A text broken into lines as wide as the terminal, those after the first indented.
    void write_paragraph(std::string_view text, std::string_view indent = "");
    [[nodiscard]] const Terminal& terminal() const { return terminal_; }

private:
    int fd_;
    Terminal terminal_;
};

} // namespace kompass::cli
