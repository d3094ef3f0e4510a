// A job for a worker process: what to ask it, what to make of its answers, and what to do when it is lost.
//
// JobRunner knows workers, limits and losses; a job knows what is done. A job is given to one worker at a
// time and is gone when it is complete, having handed its outcome to whoever made it. One thread uses a job.
#pragma once

#include "read/work/message.h"

#include <chrono>
#include <string>

namespace kompass::read {

/// Why a worker was lost.
struct Loss {
    enum class Kind { crashed, stalled, out_of_memory };
    Kind kind = Kind::crashed;
    std::string what; ///< "the worker was killed by signal 11 (Segmentation fault)"
};

/// "crashed", "stalled", "out-of-memory": the ends of the codes of troubles.
[[nodiscard]] const char* name_of(Loss::Kind kind);

/// How long a job may take.
struct TimeLimits {
    std::chrono::milliseconds stall; ///< without an answer
    std::chrono::milliseconds total;
    std::chrono::seconds cpu{
        0}; ///< of the worker's own time for one try, whatever else the machine does; 0: any
};

class Job {
public:
    Job() = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    virtual ~Job() = default;

    [[nodiscard]] virtual TimeLimits limits() const = 0;
    /// What a worker is to be asked next: after a loss, what is left. Throws WireError if it cannot be sent.
    [[nodiscard]] virtual Message request() const = 0;
    /// Takes an answer; true if it is the last to the request, so that the worker is free again. Throws
    /// WireError if it makes no sense here: the worker is not to be trusted any more.
    [[nodiscard]] virtual bool accept(Message answer) = 0;
    /// The worker is gone; the job is to be tried with another unless it is complete now.
    virtual void lose_worker(const Loss& loss) = 0;
    /// The job cannot be done at all; it is complete after that.
    virtual void refuse(std::string code, std::string message) = 0;
    /// More time than `limits().total` went by: `limit` in words. Complete after that.
    virtual void run_out_of_time(const std::string& limit) = 0;
    [[nodiscard]] virtual bool complete() const = 0;
    /// Hands over the outcome of a complete job; called once.
    virtual void deliver() = 0;
};

} // namespace kompass::read
