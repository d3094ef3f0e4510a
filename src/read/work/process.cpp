#include "read/work/process.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <string_view>
#include <system_error>
#include <utility>

namespace kompass::read {
namespace {

[[noreturn]] void throw_errno(const std::string& what, int error = errno) {
    throw std::system_error(error, std::generic_category(), what);
}

/// A descriptor that cannot be taken for a standard stream, even if ours are closed.
Descriptor above_standard_streams(int value, const char* what) {
    if (value < 0) throw_errno(what);
    if (value > STDERR_FILENO) return Descriptor(value);
    const Descriptor low(value);
    const int high = ::fcntl(value, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (high < 0) throw_errno(what);
    return Descriptor(high);
}

/// Two connected ends: what is written to one is read from the other.
struct Channel {
    Descriptor ours, theirs;
};

Channel make_channel() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw_errno("cannot make a channel to a worker");
    return {above_standard_streams(ends[0], "channel"), above_standard_streams(ends[1], "channel")};
}

/// Our environment with what must be there before a worker's libraries are loaded.
std::vector<std::string> worker_environment() {
    constexpr std::string_view one_thread = "OMP_THREAD_LIMIT=";
    constexpr std::string_view tunables = "GLIBC_TUNABLES=";
    std::vector<std::string> environment;
    bool tuned = false;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        if (text.starts_with(one_thread)) continue;
        tuned |= text.starts_with(tunables);
        environment.emplace_back(text);
    }
    environment.emplace_back("OMP_THREAD_LIMIT=1");
    // Poppler allocates and frees small objects in long runs; a longer cache of them saves a tenth of its
    // time.
    if (!tuned) environment.emplace_back("GLIBC_TUNABLES=glibc.malloc.tcache_count=2000");
    return environment;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (auto& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// All that the child needs between fork and exec, where nothing may be allocated.
struct Launch {
    char** arguments;
    char** environment;
    int channel, errors, report;
    rlim_t memory_limit;
    pid_t parent;
};

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(resource, &both);
}

bool restrict_self(const Launch& launch) {
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return false;
    if (::getppid() != launch.parent) ::_exit(0); // it died before we asked to be told
    ::signal(SIGPIPE, SIG_DFL);
    ::signal(SIGINT, SIG_IGN);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    limit(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__
    if (launch.memory_limit > 0) limit(RLIMIT_AS, launch.memory_limit);
#endif
    return ::dup2(launch.channel, STDIN_FILENO) >= 0 && ::dup2(launch.channel, STDOUT_FILENO) >= 0 &&
           ::dup2(launch.errors, STDERR_FILENO) >= 0;
}

[[noreturn]] void become(const Launch& launch) {
    if (restrict_self(launch)) ::execve(launch.arguments[0], launch.arguments, launch.environment);
    const int error = errno;
    [[maybe_unused]] const auto written = ::write(launch.report, &error, sizeof error);
    ::_exit(127);
}

/// 0 if the child has become the program (which closes the pipe), else its errno.
int started_or_errno(int report) {
    for (;;) {
        int error = 0;
        const ssize_t count = ::read(report, &error, sizeof error);
        if (count < 0 && errno == EINTR) continue;
        return count == sizeof error ? error : 0;
    }
}

ExitStatus reap(pid_t pid) {
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFSIGNALED(status)) return {WTERMSIG(status), 0};
    return {0, WEXITSTATUS(status)};
}

} // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        reset();
        value_ = other.release();
    }
    return *this;
}

Descriptor::~Descriptor() {
    reset();
}

void Descriptor::reset() {
    if (value_ >= 0) ::close(value_);
    value_ = -1;
}

int Descriptor::release() {
    return std::exchange(value_, -1);
}

std::string ExitStatus::describe() const {
    if (signal != 0) return fmt::format("killed by signal {} ({})", signal, ::strsignal(signal));
    return fmt::format("ended with code {}", code);
}

ChildProcess::ChildProcess(const std::vector<std::string>& command, std::size_t memory_limit) {
    if (command.empty())
        throw std::system_error(ENOENT, std::generic_category(), "no worker command is given");
    auto channel = make_channel();
    auto errors = above_standard_streams(::memfd_create("worker-errors", MFD_CLOEXEC),
                                         "cannot buffer a worker's errors");
    std::array<int, 2> report{};
    if (::pipe2(report.data(), O_CLOEXEC) != 0) throw_errno("cannot start a worker");
    const auto report_in = above_standard_streams(report[0], "pipe");
    auto report_out = above_standard_streams(report[1], "pipe");

    auto words = command;
    auto environment = worker_environment();
    const auto arguments = pointers_to(words);
    const auto variables = pointers_to(environment);
    const Launch launch{const_cast<char**>(arguments.data()),
                        const_cast<char**>(variables.data()),
                        channel.theirs.get(),
                        errors.get(),
                        report_out.get(),
                        memory_limit,
                        ::getpid()};
    pid_ = ::fork();
    if (pid_ < 0) throw_errno("cannot start a worker");
    if (pid_ == 0) become(launch);
    report_out.reset();
    if (const int error = started_or_errno(report_in.get()); error != 0) {
        reap(pid_);
        throw_errno(fmt::format("cannot start '{}'", command.front()), error);
    }
    channel_ = std::move(channel.ours);
    errors_ = std::move(errors);
}

ChildProcess::~ChildProcess() {
    if (pid_ > 0) end(0);
}

std::optional<std::size_t> ChildProcess::send(std::string_view bytes) const {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count =
            ::send(channel_.get(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0)
            sent += static_cast<std::size_t>(count);
        else if (errno == EAGAIN)
            break;
        else if (errno != EINTR)
            return std::nullopt;
    }
    return sent;
}

void ChildProcess::allow_cpu_time(std::chrono::seconds time) const {
    rlimit limits{};
    clockid_t clock{};
    timespec used{};
    if (::prlimit(pid_, RLIMIT_CPU, nullptr, &limits) != 0 || ::clock_getcpuclockid(pid_, &clock) != 0 ||
        ::clock_gettime(clock, &used) != 0)
        return;                                                            // it is gone
    const auto last = static_cast<rlim_t>(used.tv_sec + time.count()) + 1; // with the second that has begun
    limits.rlim_cur = time.count() > 0 ? std::min(last, limits.rlim_max) : limits.rlim_max;
    ::prlimit(pid_, RLIMIT_CPU, &limits, nullptr);
}

ExitStatus ChildProcess::end(int patience_ms) {
    if (patience_ms > 0) {
        const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
        pollfd ended{handle.get(), POLLIN, 0};
        ::poll(&ended, 1, patience_ms);
    }
    ::kill(pid_, SIGKILL); // nothing happens to one that has ended and is not reaped yet
    return reap(std::exchange(pid_, -1));
}

std::string ChildProcess::last_words() const {
    constexpr off_t most = 300;
    const off_t size = ::lseek(errors_.get(), 0, SEEK_END);
    std::string words(static_cast<std::size_t>(std::clamp<off_t>(size, 0, most)), '\0');
    const ssize_t count =
        ::pread(errors_.get(), words.data(), words.size(), size - static_cast<off_t>(words.size()));
    words.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    std::replace(words.begin(), words.end(), '\n', ' ');
    while (words.ends_with(' '))
        words.pop_back();
    return words;
}

} // namespace kompass::read
