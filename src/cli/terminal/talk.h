// Standard error, where the program talks: remarks, a status line, errors.
//
// On a terminal the status line is overwritten in place and steps aside for whole lines; elsewhere there is
// none. Being quiet silences remarks and the status line, never an error. One thread uses a Talk.
#pragma once

#include "cli/terminal/terminal.h"

#include <string_view>

namespace kompass::cli {

class Talk {
public:
    Talk(int fd, bool quiet);
    Talk(const Talk&) = delete;
    Talk& operator=(const Talk&) = delete;
    ~Talk();

    void remark(std::string_view line);
    void error(std::string_view line);
    /// Replaces the status line, cut to the terminal's width; empty takes it away.
    void status(std::string_view line);

    [[nodiscard]] const Terminal& terminal() const { return terminal_; }

private:
    void write_line(std::string_view line);

    int fd_;
    bool quiet_;
    Terminal terminal_;
    bool status_shown_ = false;
};

} // namespace kompass::cli
