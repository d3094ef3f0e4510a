// A pager for what may be longer than the screen, as git has it.
//
// Only where standard output is a terminal: $KOMPASS_PAGER, else $PAGER, else less, which ends by itself
// where all fits the screen. One that is empty, or cat, is none. Standard output is the pager's input as long
// as a Pager exists; at its end it waits until the person has read. Ctrl-C is the pager's so long.
#pragma once

#include "cli/terminal/terminal.h"

#include <csignal>
#include <string>

#include <sys/types.h>

namespace kompass::cli {

class Pager {
public:
    /// Starts it where one is wanted; `terminal` is what stands behind standard output.
    Pager(bool wanted, const Terminal& terminal);
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;
    Pager(Pager&&) = delete;
    Pager& operator=(Pager&&) = delete;
    ~Pager();

    /// Waits for its end. Empty, or why it could not be run.
    [[nodiscard]] std::string finish();

private:
    std::string command_;
    pid_t pid_ = -1;                ///< below 0: none runs
    void (*before_)(int) = SIG_DFL; ///< what Ctrl-C did before
};

} // namespace kompass::cli
