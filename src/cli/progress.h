// How far a run has come: on a terminal one status line with count, percent, file and time left; in a log a
// plain line for every finished file.
#pragma once

#include "cli/talk.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kompass::cli {

class Progress {
public:
    /// `talk` must outlive the progress.
    Progress(Talk& talk, std::size_t files);

    /// A page of `file` is read.
    void page(std::string_view file, int page, int of);
    /// A file is done; `line` says what became of it.
    void finished(std::string_view line);

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] std::string time_left() const;

    Talk* talk_;
    std::size_t files_;
    std::size_t done_ = 0;
    Clock::time_point begun_ = Clock::now();
    std::optional<Clock::time_point> shown_;
};

} // namespace kompass::cli
