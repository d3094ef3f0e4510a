// The job of reading one page by OCR.
//
// A page over which a worker is lost is tried once more at a lower resolution, which costs less memory and
// time; lost again it is a failed page with a trouble. The outcome is a PageRead in every case.
#pragma once

#include "model/document.h"
#include "read/work/job.h"

#include <filesystem>
#include <functional>
#include <string>

namespace kompass::read {

/// Dots per inch of the second try. Below, single digits are lost.
inline constexpr double second_try_resolution = 150;

/// A page that OCR is to read.
struct ScannedPage {
    std::filesystem::path file;
    std::string sha256; ///< of the file
    SourceKind kind = SourceKind::pdf;
    int number = 1;
};

class PageJob : public Job {
public:
    /// `first_try`: no worker was lost over it, so that it was not read at a lower resolution.
    using OnDone = std::function<void(PageRead read, bool first_try)>;

    PageJob(ScannedPage page, TimeLimits limits, OnDone on_done);

    [[nodiscard]] TimeLimits limits() const override { return limits_; }
    [[nodiscard]] Message request() const override;
    [[nodiscard]] bool accept(Message answer) override;
    void lose_worker(const Loss& loss) override;
    void refuse(std::string code, std::string message) override;
    void run_out_of_time(const std::string& limit) override;
    [[nodiscard]] bool complete() const override { return complete_; }
    void deliver() override { on_done_(std::move(outcome_), first_loss_.empty()); }

private:
    void fail(std::string code, std::string why);

    ScannedPage page_;
    TimeLimits limits_;
    OnDone on_done_;
    std::string first_loss_; ///< what became of the first try, if it was lost
    PageRead outcome_;
    bool complete_ = false;
};

} // namespace kompass::read
