// The parent's side of understanding: the job of having a worker understand a document.
//
// It always ends with an Understanding. Where the worker was lost over it the record has an error instead of
// what the report states: "understanding-crashed" (after a second try, since a worker can be lost to what is
// no fault of the document), "understanding-stalled" or "understanding-out-of-memory". Where no worker can do
// it (rules or lexicon missing) `accept` throws rules::RulesError, which ends the run.
#pragma once

#include "pipeline/understand.h"
#include "read/work/job.h"

#include <functional>

namespace kompass::pipeline {

/// A report takes tenths of a second, a long one that a scanner damaged some seconds.
inline constexpr read::TimeLimits usual_understanding_limits{
    std::chrono::seconds(300), std::chrono::seconds(600), std::chrono::seconds(60)};

class UnderstandingJob : public read::Job {
public:
    using OnDone = std::function<void(Understanding understanding)>;

    /// `document` must outlive the job. `record_only`: the mended document and the blocks come empty.
    UnderstandingJob(const Document& document, bool record_only, const read::TimeLimits& limits,
                     OnDone on_done);

    [[nodiscard]] read::TimeLimits limits() const override { return limits_; }
    [[nodiscard]] read::Message request() const override;
    [[nodiscard]] bool accept(read::Message answer) override;
    void lose_worker(const read::Loss& loss) override;
    void refuse(std::string code, std::string message) override;
    void run_out_of_time(const std::string& limit) override;
    [[nodiscard]] bool complete() const override { return complete_; }
    void deliver() override { on_done_(std::move(understanding_)); }

private:
    const Document& document_;
    bool record_only_;
    read::TimeLimits limits_;
    OnDone on_done_;
    bool tried_again_ = false, complete_ = false;
    Understanding understanding_;
};

} // namespace kompass::pipeline
