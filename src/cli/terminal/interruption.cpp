#include "cli/terminal/interruption.h"

#include "read/stop.h"
#include "text/language.h"

#include <string>

#include <unistd.h>

namespace kompass::cli {
namespace {

/// What the handler says, made before it can be called: it can make nothing.
const std::string& said() {
    static const auto text = text::tr("\nstopping after what is at hand; Ctrl-C again stops at once\n");
    return text;
}

void note(int /*signal*/) {
    read::ask_to_stop();
    const auto& text = said();
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

} // namespace

Interruption::Interruption() {
    ::sigaction(SIGINT, nullptr, &before_);
    if (before_.sa_handler == SIG_IGN) return;
    read::forget_asked_stop();
    static_cast<void>(said());
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
