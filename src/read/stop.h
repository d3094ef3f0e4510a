// The end of a run that a person asked for: noted in a signal handler, heeded where work is left undone
// cleanly.
//
// While a StopWatch exists, stop_if_asked() throws once ask_to_stop() was called: objects on the way out
// remove what is unfinished, and transactions are rolled back. Without one it does nothing, so that commands
// that store piece by piece end between two pieces instead (cli/terminal/interruption.h). Called from where
// files are written and rows are read, never in a destructor. One at a time; on the main thread.
#pragma once

#include <stdexcept>

namespace kompass::read {

struct Stopped : std::runtime_error {
    Stopped()
        : std::runtime_error("stopped; nothing unfinished is left, and what was there stands as before") {}
};

class StopWatch {
public:
    StopWatch();
    StopWatch(const StopWatch&) = delete;
    StopWatch& operator=(const StopWatch&) = delete;
    ~StopWatch();
};

/// All is made: what is asked for from now on comes too late, and stop_if_asked() does nothing.
void end_stop_watch() noexcept;

/// May be called in a signal handler.
void ask_to_stop() noexcept;
[[nodiscard]] bool is_asked_to_stop() noexcept;
/// What was asked before is forgotten.
void forget_asked_stop() noexcept;

/// Throws Stopped while a StopWatch exists.
void stop_if_asked();

} // namespace kompass::read
