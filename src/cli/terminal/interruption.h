// Ctrl-C during a run: the first lets what is at hand be finished and stored, the second ends the program at
// once.
//
// While an Interruption exists, Ctrl-C is noted and said; check() then ends the run by an exception, between
// two pieces of work; stop_if_asked() (read/stop.h) ends what is made wholly or not at all in its midst.
// Where Ctrl-C is ignored (nohup) it stays so. One at a time; on the main thread.
#pragma once

#include "text/language.h"

#include <csignal>
#include <stdexcept>

namespace kompass::cli {

/// Says what is kept and how to go on.
struct Interrupted : std::runtime_error {
    Interrupted()
        : std::runtime_error(
              text::tr("stopped; what was stored is whole, and pages that OCR read are kept: the same "
                       "command goes on from there")) {}
};

class Interruption {
public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    Interruption(Interruption&&) = delete;
    Interruption& operator=(Interruption&&) = delete;
    ~Interruption();

    /// Throws Interrupted if Ctrl-C was pressed.
    void check() const;

private:
    struct sigaction before_ {};
    bool installed_ = false;
};

} // namespace kompass::cli
