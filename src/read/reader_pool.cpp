#include "read/reader_pool.h"

#include "read/document_assembly.h"
#include "read/document_wire.h"
#include "read/process.h"
#include "read/worker.h"

#include <fmt/format.h>

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <map>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

namespace kompass::read {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// After so many documents a worker makes way for a new one, so that what its libraries leak stays small.
constexpr int documents_a_worker = 200;
/// How far reading may run ahead of the document that is awaited: bounds what is held in memory.
constexpr std::size_t lookahead_a_job = 4;
/// How long a worker that closed its channel may take to end, so that its status tells why.
constexpr int patience_ms = 1000;

/// A running worker process and what it said that is not yet taken.
struct Worker {
    Worker(const std::vector<std::string>& command, std::size_t memory_limit)
        : process(command, memory_limit) {}

    ChildProcess process;
    MessageStream messages;
    bool ready = false; ///< it has introduced itself
    int documents = 0;  ///< it has read
};

/// A document on its way and how long it has been.
struct Task {
    std::size_t index = 0;
    DocumentAssembly assembly;
    Clock::time_point begun, progressed;
};

/// One of the `jobs`: a worker (or none yet) and a task (or none).
struct Slot {
    std::unique_ptr<Worker> worker;
    std::optional<Task> task;
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

class Pool {
public:
    Pool(const std::vector<std::filesystem::path>& files, const PoolOptions& options,
         const OnDocument& on_document, const OnProgress& on_progress)
        : files_(files), options_(options), on_document_(on_document), on_progress_(on_progress),
          slots_(std::clamp<std::size_t>(files.size(), 1,
                                         static_cast<std::size_t>(std::max(options.jobs, 1)))) {}

    void run() {
        while (delivered_ < files_.size()) {
            for (auto& slot : slots_)
                assign(slot);
            deliver();
            for (auto* slot : slots_that_spoke())
                listen(*slot);
            for (auto& slot : slots_)
                enforce_limits(slot);
        }
    }

private:
    // Giving out work.
    void assign(Slot& slot);
    void start_worker(Slot& slot);

    // Taking what workers say.
    [[nodiscard]] milliseconds time_to_next_limit() const;
    [[nodiscard]] std::vector<Slot*> slots_that_spoke();
    void listen(Slot& slot);
    void take(Slot& slot, Message message);

    // When things go wrong.
    void enforce_limits(Slot& slot);
    void lose_worker(Slot& slot, const Loss& loss);
    [[nodiscard]] Loss loss_of_ended(Worker& worker) const;

    void finish(Slot& slot);
    void deliver();

    const std::vector<std::filesystem::path>& files_;
    const PoolOptions& options_;
    const OnDocument& on_document_;
    const OnProgress& on_progress_;
    std::vector<Slot> slots_;
    std::map<std::size_t, Document> finished_; ///< not yet delivered, by place among the files
    std::size_t given_out_ = 0, delivered_ = 0;
    std::vector<char> buffer_ = std::vector<char>(std::size_t{1} << 16);
    std::string cannot_start_; ///< why no worker can be started, or empty
};

void Pool::assign(Slot& slot) {
    const std::size_t horizon = std::min(files_.size(), delivered_ + lookahead_a_job * slots_.size());
    while (!slot.task && given_out_ < horizon) {
        const auto now = Clock::now();
        const auto& file = files_[given_out_];
        slot.task = Task{given_out_++, DocumentAssembly(file, options_.failed_pages_limit), now, now};
        start_worker(slot);
    }
}

/// Has the slot's task worked on by its worker, a new one if need be.
void Pool::start_worker(Slot& slot) {
    auto& task = *slot.task;
    if (!slot.worker && cannot_start_.empty()) {
        try {
            slot.worker = std::make_unique<Worker>(options_.worker_command, options_.memory_limit);
        } catch (const std::system_error& error) {
            cannot_start_ = error.what();
        }
    }
    if (!slot.worker) {
        task.assembly.refuse("worker-not-started",
                             fmt::format("no worker process can be started: {}", cannot_start_));
        finish(slot);
        return;
    }
    task.progressed = Clock::now();
    // A worker that is gone already is found so when it is listened to.
    [[maybe_unused]] const bool sent =
        slot.worker->process.send(encode(task.assembly.request(options_.max_pages)));
}

milliseconds Pool::time_to_next_limit() const {
    auto soonest = Clock::time_point::max();
    for (const auto& slot : slots_)
        if (slot.task)
            soonest = std::min({soonest, slot.task->progressed + options_.stall_limit,
                                slot.task->begun + options_.document_limit});
    const auto left = std::chrono::ceil<milliseconds>(soonest - Clock::now());
    return std::clamp(left, milliseconds{0}, milliseconds{60'000});
}

std::vector<Slot*> Pool::slots_that_spoke() {
    std::vector<pollfd> channels;
    std::vector<Slot*> busy;
    for (auto& slot : slots_) {
        if (!slot.task) continue;
        channels.push_back({slot.worker->process.channel(), POLLIN, 0});
        busy.push_back(&slot);
    }
    if (busy.empty()) return {};
    const int count = wait_for(channels, time_to_next_limit());
    std::vector<Slot*> spoke;
    for (std::size_t i = 0; count > 0 && i < busy.size(); ++i)
        if (channels[i].revents != 0) spoke.push_back(busy[i]);
    return spoke;
}

void Pool::listen(Slot& slot) {
    auto& worker = *slot.worker;
    const ssize_t count = ::recv(worker.process.channel(), buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (count <= 0) {
        lose_worker(slot, loss_of_ended(worker));
        return;
    }
    slot.task->progressed = Clock::now();
    try {
        worker.messages.feed({buffer_.data(), static_cast<std::size_t>(count)});
        while (slot.task && slot.worker) {
            auto message = worker.messages.next();
            if (!message) break;
            take(slot, std::move(*message));
        }
    } catch (const WireError& error) {
        lose_worker(slot,
                    {Loss::Kind::crashed, fmt::format("the reader gave a garbled answer: {}", error.what())});
    }
}

void Pool::take(Slot& slot, Message message) {
    if (!slot.worker->ready) {
        check_introduction(message);
        slot.worker->ready = true;
        return;
    }
    const bool is_page = std::holds_alternative<PageRead>(message);
    const bool is_end = std::holds_alternative<Finished>(message);
    auto& assembly = slot.task->assembly;
    assembly.accept(std::move(message));
    if (is_page && on_progress_) on_progress_(assembly.file(), assembly.pages_read(), assembly.pages());
    if (!assembly.complete()) return;
    if (!is_end || ++slot.worker->documents >= documents_a_worker) slot.worker.reset();
    finish(slot);
}

void Pool::enforce_limits(Slot& slot) {
    if (!slot.task) return;
    const auto now = Clock::now();
    auto& task = *slot.task;
    if (now >= task.begun + options_.document_limit) {
        slot.worker.reset();
        task.assembly.refuse("document-timeout",
                             fmt::format("not read within {}; {} of {} pages were",
                                         in_words(options_.document_limit), task.assembly.pages_read(),
                                         task.assembly.pages()));
        finish(slot);
    } else if (now >= task.progressed + options_.stall_limit) {
        lose_worker(slot, {Loss::Kind::stalled, fmt::format("the reader made no progress for {}",
                                                            in_words(options_.stall_limit))});
    }
}

/// Ends the slot's worker; its task goes on with a new one, or is complete.
void Pool::lose_worker(Slot& slot, const Loss& loss) {
    const bool was_ready = slot.worker->ready;
    slot.worker.reset();
    if (was_ready)
        slot.task->assembly.lose_worker(loss);
    else
        cannot_start_ = fmt::format("'{}' is no worker: {}", options_.worker_command.front(), loss.what);
    if (slot.task->assembly.complete())
        finish(slot);
    else
        start_worker(slot);
}

Loss Pool::loss_of_ended(Worker& worker) const {
    const auto status = worker.process.end(patience_ms);
    const auto words = worker.process.last_words();
    // Poppler ends the process when malloc fails; so does the C++ library where it cannot throw.
    const bool out_of_memory =
        status.code == out_of_memory_code ||
        (status.signal == SIGABRT &&
         (words.find("Out of memory") != std::string::npos || words.find("bad_alloc") != std::string::npos));
    if (out_of_memory)
        return {Loss::Kind::out_of_memory,
                fmt::format("the reader needed more than the {} MiB of memory it may have",
                            options_.memory_limit >> 20)};
    return {Loss::Kind::crashed,
            fmt::format("the reader was lost: {}{}{}", status.describe(), words.empty() ? "" : ": ", words)};
}

void Pool::finish(Slot& slot) {
    finished_.emplace(slot.task->index, std::move(slot.task->assembly).take());
    slot.task.reset();
}

void Pool::deliver() {
    for (auto next = finished_.find(delivered_); next != finished_.end(); next = finished_.find(delivered_)) {
        auto document = std::move(next->second);
        finished_.erase(next);
        ++delivered_;
        on_document_(std::move(document));
    }
}

} // namespace

void read_all(const std::vector<std::filesystem::path>& files, const PoolOptions& options,
              const OnDocument& on_document, const OnProgress& on_progress) {
    Pool(files, options, on_document, on_progress).run();
}

} // namespace kompass::read
