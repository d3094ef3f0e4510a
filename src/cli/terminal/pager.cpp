#include "cli/terminal/pager.h"

#include "text/language.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kompass::cli {
namespace {

constexpr int not_found = 127; ///< what a shell says of a command that there is not

bool is_installed(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');)
        if (::access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) return true;
    return false;
}

/// Empty: none.
std::string usual_pager() {
    for (const char* variable : {"KOMPASS_PAGER", "PAGER"})
        if (const char* named = std::getenv(variable); named != nullptr) return named;
    return is_installed("less") ? "less" : "";
}

/// Its input is `input`. Below 0: it could not be started.
pid_t started(const std::string& command, int input) {
    ::setenv("LESS", "FRX", 0); // end where all fits, keep colours, leave what was read on the screen
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    std::string shell = "sh";
    std::string option = "-c";
    std::string line = command;
    std::array<char*, 4> arguments{shell.data(), option.data(), line.data(), nullptr};
    pid_t pid = -1;
    if (::posix_spawn(&pid, "/bin/sh", &actions, nullptr, arguments.data(), environ) != 0) pid = -1;
    ::posix_spawn_file_actions_destroy(&actions);
    return pid;
}

} // namespace

Pager::Pager(bool wanted, const Terminal& terminal) {
    if (!wanted || !terminal.interactive) return;
    command_ = usual_pager();
    std::array<int, 2> ends{};
    if (command_.empty() || command_ == "cat" || ::pipe2(ends.data(), O_CLOEXEC) != 0) return;
    pid_ = started(command_, ends[0]);
    if (pid_ > 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        before_ =
            std::signal(SIGINT, SIG_IGN); // it is the pager's now; set here, so that that does not inherit it
    }
    ::close(ends[0]);
    ::close(ends[1]);
}

Pager::~Pager() {
    static_cast<void>(finish());
}

std::string Pager::finish() {
    if (pid_ < 0) return {};
    ::close(STDOUT_FILENO);
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    std::signal(SIGINT, before_);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != not_found) return {};
    return text::tr(
        "the pager '{}' cannot be run; set $KOMPASS_PAGER or $PAGER to another, or say --no-pager", command_);
}

} // namespace kompass::cli
