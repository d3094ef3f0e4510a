#include "read/stop.h"

#include <csignal>

namespace kompass::read {
namespace {

// A signal handler can reach nothing else.
volatile std::sig_atomic_t asked = 0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
bool watched = false;                 // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

} // namespace

StopWatch::StopWatch() {
    watched = true;
}

StopWatch::~StopWatch() {
    end_stop_watch();
}

void end_stop_watch() noexcept {
    watched = false;
}

void ask_to_stop() noexcept {
    asked = 1;
}

bool is_asked_to_stop() noexcept {
    return asked != 0;
}

void forget_asked_stop() noexcept {
    asked = 0;
}

void stop_if_asked() {
    if (watched && asked != 0) throw Stopped();
}

} // namespace kompass::read
