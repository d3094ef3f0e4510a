// How far a run has come: on a terminal one status line with files, percent, time left and the page being
// read; in a log a plain line for every finished file, and one every half minute while a long one is read.
//
// Files being read count by their pages. The time left follows from the pace of the last minute, so that
// files passed over and pages read before do not flatter it. One thread uses a Progress.
#pragma once

#include "cli/terminal/talk.h"

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace kompass::cli {

class Progress {
public:
    using Clock = std::chrono::steady_clock;

    /// `talk` must outlive the progress; `now` is for tests.
    Progress(Talk& talk, std::size_t files, std::function<Clock::time_point()> now = Clock::now);

    /// So many pages of `file` are read.
    void page(const std::string& file, int page, int of);
    /// `file` is done; `line` says what became of it. Without one a log says nothing.
    void finished(const std::string& file, std::string_view line = {});

private:
    struct Sample {
        Clock::time_point at;
        double done;
    };

    /// Files done, those being read by their pages.
    [[nodiscard]] double done() const;
    [[nodiscard]] std::string so_far() const;
    [[nodiscard]] std::string time_left() const;
    void sample(Clock::time_point at);

    Talk* talk_;
    std::size_t files_;
    std::function<Clock::time_point()> now_;
    std::size_t finished_ = 0;
    std::map<std::string, double> being_read_; ///< by file: which part of it is read
    std::deque<Sample> samples_;               ///< of the last minute, the oldest first
    Clock::time_point shown_;
};

} // namespace kompass::cli
