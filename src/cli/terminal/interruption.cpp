#include "cli/terminal/interruption.h"

#include "read/stop.h"

#include <string_view>

#include <unistd.h>

namespace kompass::cli {
namespace {

void note(int /*signal*/) {
    read::ask_to_stop();
    constexpr std::string_view message = "\nstopping after what is at hand; Ctrl-C again stops at once\n";
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, message.data(), message.size());
}

} // namespace

Interruption::Interruption() {
    ::sigaction(SIGINT, nullptr, &before_);
    if (before_.sa_handler == SIG_IGN) return;
    read::forget_asked_stop();
    struct sigaction ours {};
    ours.sa_handler = note;
    ours.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND); // the second has its usual effect
    installed_ = ::sigaction(SIGINT, &ours, nullptr) == 0;
}

Interruption::~Interruption() {
    if (installed_) ::sigaction(SIGINT, &before_, nullptr);
}

void Interruption::check() const {
    if (installed_ && read::is_asked_to_stop()) throw Interrupted();
}

} // namespace kompass::cli
