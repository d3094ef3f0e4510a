#include "read/work/job_runner.h"

#include "read/work/process.h"
#include "read/work/worker.h"

#include <fmt/format.h>
#include <kompass_version.h>

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace kompass::read {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// After so many jobs a worker makes way for a new one, so that what its libraries leak stays small.
constexpr int jobs_a_worker = 200;
/// How long a worker that closed its channel may take to end, so that its status tells why.
constexpr int patience_ms = 1000;
/// So many workers in a row that were not ready to take a job say that none will ever be. One or two may fall
/// to what passes: a want of memory or of processes, somebody's kill.
constexpr int most_failed_starts = 4;
constexpr milliseconds pause_after_failed_fork{100};

/// A running worker process, what it was not told yet and what it said that is not yet taken.
struct Worker {
    Worker(const std::vector<std::string>& command, std::size_t memory_limit)
        : process(command, memory_limit) {}

    ChildProcess process;
    std::string request;
    std::size_t sent = 0; ///< bytes of the request
    MessageStream messages;
    bool ready = false; ///< it has introduced itself
    int jobs = 0;       ///< it has done
};

/// A worker (or none yet) and a job (or none), how long it has been and when it last moved.
struct Slot {
    std::unique_ptr<Worker> worker;
    std::unique_ptr<Job> job;
    Clock::time_point begun, progressed;
    int failed_starts = 0; ///< in a row
};

std::string in_words(milliseconds time) {
    if (time.count() % 1000 == 0) return fmt::format("{} s", time.count() / 1000);
    return fmt::format("{} ms", time.count());
}

/// How many of the channels have something to say; 0 when time is up.
int wait_for(std::vector<pollfd>& channels, milliseconds time) {
    const auto end = Clock::now() + time;
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
        const int timeout = static_cast<int>(std::max<milliseconds::rep>(left.count(), 0));
        const int count = ::poll(channels.data(), channels.size(), timeout);
        if (count >= 0) return count;
        if (errno != EINTR)
            throw std::system_error(errno, std::generic_category(), "cannot wait for the workers");
    }
}

/// Throws WireError unless it comes from a worker of this program.
void check_introduction(const Message& message) {
    const auto* ready = std::get_if<Ready>(&message);
    if (ready == nullptr) throw WireError("it does not introduce itself");
    if (ready->version != KOMPASS_VERSION)
        throw WireError(
            fmt::format("it is of version {}, this program of {}", ready->version, KOMPASS_VERSION));
}

class Runner {
public:
    Runner(const RunnerOptions& options, const NextJob& next_job)
        : options_(options), next_job_(next_job), slots_(std::max<std::size_t>(options.jobs, 1)) {}

    void run() {
        for (;;) {
            for (auto& slot : slots_)
                assign(slot);
            const auto spoke = slots_that_spoke();
            if (!spoke) return;
            for (auto* slot : *spoke)
                listen(*slot);
            for (auto& slot : slots_)
                enforce_limits(slot);
        }
    }

private:
    // Giving out work.
    void assign(Slot& slot);
    void set_to_work(Slot& slot);
    void start_worker(Slot& slot);
    void note_failed_start(Slot& slot, const std::string& why);
    static void tell(Slot& slot);

    // Taking what workers say.
    [[nodiscard]] milliseconds time_to_next_limit() const;
    [[nodiscard]] std::optional<std::vector<Slot*>> slots_that_spoke();
    void listen(Slot& slot);
    static void take(Slot& slot, Message message);

    // When things go wrong.
    void enforce_limits(Slot& slot);
    void lose_worker(Slot& slot, const Loss& loss);
    [[nodiscard]] Loss loss_of_ended(Slot& slot) const;

    static void finish(Slot& slot);

    const RunnerOptions& options_;
    const NextJob& next_job_;
    std::vector<Slot> slots_;
    std::vector<char> buffer_ = std::vector<char>(std::size_t{1} << 16);
    std::string cannot_start_; ///< why no worker can be started, or empty
};

void Runner::assign(Slot& slot) {
    while (!slot.job && (slot.job = next_job_())) {
        slot.begun = Clock::now();
        set_to_work(slot);
    }
}

/// Has the slot's job done by its worker, a new one if need be.
void Runner::set_to_work(Slot& slot) {
    while (!slot.worker && cannot_start_.empty())
        start_worker(slot);
    if (!slot.worker) {
        slot.job->refuse("worker-not-started",
                         fmt::format("no worker process can be started: {}", cannot_start_));
        finish(slot);
        return;
    }
    slot.progressed = Clock::now();
    try {
        slot.worker->request = encode(slot.job->request());
        slot.worker->sent = 0;
    } catch (const WireError& error) {
        slot.job->refuse("document-too-large",
                         fmt::format("it cannot be given to a worker: {}", error.what()));
        finish(slot);
        return;
    }
    slot.worker->process.allow_cpu_time(slot.job->limits().cpu);
    tell(slot);
}

void Runner::start_worker(Slot& slot) {
    try {
        slot.worker = std::make_unique<Worker>(options_.worker_command, options_.memory_limit);
    } catch (const std::system_error& error) {
        note_failed_start(slot, error.what());
        const bool may_pass = error.code() == std::errc::resource_unavailable_try_again ||
                              error.code() == std::errc::not_enough_memory;
        if (may_pass && cannot_start_.empty()) std::this_thread::sleep_for(pause_after_failed_fork);
    }
}

void Runner::note_failed_start(Slot& slot, const std::string& why) {
    if (++slot.failed_starts >= most_failed_starts) cannot_start_ = why;
}

/// Sends what the worker has room for. One that is gone already is found so when it is listened to.
void Runner::tell(Slot& slot) {
    auto& worker = *slot.worker;
    const auto rest = std::string_view(worker.request).substr(worker.sent);
    const auto sent = worker.process.send(rest);
    worker.sent += sent.value_or(rest.size());
    if (sent.value_or(0) > 0) slot.progressed = Clock::now();
}

milliseconds Runner::time_to_next_limit() const {
    auto soonest = Clock::time_point::max();
    for (const auto& slot : slots_) {
        if (!slot.job) continue;
        const auto limits = slot.job->limits();
        soonest = std::min({soonest, slot.progressed + limits.stall, slot.begun + limits.total});
    }
    const auto left = std::chrono::ceil<milliseconds>(soonest - Clock::now());
    return std::clamp(left, milliseconds{0}, milliseconds{60'000});
}

/// Waits for one to speak or for a limit; nullopt if no job is being done.
std::optional<std::vector<Slot*>> Runner::slots_that_spoke() {
    std::vector<pollfd> channels;
    std::vector<Slot*> busy;
    for (auto& slot : slots_) {
        if (!slot.job) continue;
        const bool waits_for_room = slot.worker->sent < slot.worker->request.size();
        channels.push_back({slot.worker->process.channel(),
                            static_cast<short>(waits_for_room ? POLLIN | POLLOUT : POLLIN), 0});
        busy.push_back(&slot);
    }
    if (busy.empty()) return std::nullopt;
    const int count = wait_for(channels, time_to_next_limit());
    std::vector<Slot*> spoke;
    for (std::size_t i = 0; count > 0 && i < busy.size(); ++i) {
        const auto events = static_cast<unsigned>(channels[i].revents);
        if ((events & static_cast<unsigned>(POLLOUT)) != 0) tell(*busy[i]);
        if ((events & ~static_cast<unsigned>(POLLOUT)) != 0) spoke.push_back(busy[i]);
    }
    return spoke;
}

void Runner::listen(Slot& slot) {
    auto& worker = *slot.worker;
    const ssize_t count = ::recv(worker.process.channel(), buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (count <= 0) {
        lose_worker(slot, loss_of_ended(slot));
        return;
    }
    slot.progressed = Clock::now();
    try {
        worker.messages.feed({buffer_.data(), static_cast<std::size_t>(count)});
        while (slot.job && slot.worker) {
            auto message = worker.messages.next();
            if (!message) break;
            take(slot, std::move(*message));
        }
    } catch (const WireError& error) {
        lose_worker(slot,
                    {Loss::Kind::crashed, fmt::format("the worker gave a garbled answer: {}", error.what())});
    }
}

void Runner::take(Slot& slot, Message message) {
    if (!slot.worker->ready) {
        check_introduction(message);
        slot.worker->ready = true;
        slot.failed_starts = 0;
        return;
    }
    const bool worker_free = slot.job->accept(std::move(message));
    if (!slot.job->complete()) return;
    if (!worker_free || ++slot.worker->jobs >= jobs_a_worker) slot.worker.reset();
    finish(slot);
}

void Runner::enforce_limits(Slot& slot) {
    if (!slot.job) return;
    const auto now = Clock::now();
    const auto limits = slot.job->limits();
    if (now >= slot.begun + limits.total) {
        slot.worker.reset();
        slot.job->run_out_of_time(in_words(limits.total));
        finish(slot);
    } else if (now >= slot.progressed + limits.stall) {
        lose_worker(slot, {Loss::Kind::stalled,
                           fmt::format("the worker made no progress for {}", in_words(limits.stall))});
    }
}

/// Ends the slot's worker; its job goes on with a new one, or is complete.
void Runner::lose_worker(Slot& slot, const Loss& loss) {
    const bool was_ready = slot.worker->ready;
    slot.worker.reset();
    if (was_ready)
        slot.job->lose_worker(loss);
    else
        note_failed_start(slot,
                          fmt::format("'{}' is no worker: {}", options_.worker_command.front(), loss.what));
    if (slot.job->complete())
        finish(slot);
    else
        set_to_work(slot);
}

Loss Runner::loss_of_ended(Slot& slot) const {
    auto& worker = *slot.worker;
    const auto status = worker.process.end(patience_ms);
    const auto words = worker.process.last_words();
    // Poppler ends the process when malloc fails; so does the C++ library where it cannot throw.
    const bool out_of_memory =
        status.code == out_of_memory_code ||
        (status.signal == SIGABRT &&
         (words.find("Out of memory") != std::string::npos || words.find("bad_alloc") != std::string::npos));
    if (out_of_memory)
        return {Loss::Kind::out_of_memory,
                fmt::format("the worker needed more than the {} MiB of memory it may have",
                            options_.memory_limit >> 20)};
    if (status.signal == SIGXCPU)
        return {Loss::Kind::stalled,
                fmt::format("the worker needed more than the {} of processor time it may have",
                            in_words(slot.job->limits().cpu))};
    return {Loss::Kind::crashed,
            fmt::format("the worker was lost: {}{}{}", status.describe(), words.empty() ? "" : ": ", words)};
}

void Runner::finish(Slot& slot) {
    const auto job = std::exchange(slot.job, nullptr);
    job->deliver();
}

} // namespace

void run_jobs(const RunnerOptions& options, const NextJob& next_job) {
    Runner(options, next_job).run();
}

} // namespace kompass::read
