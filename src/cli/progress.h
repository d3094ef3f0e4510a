// How far a run has come: on a terminal one status line with count, percent, file, page and time left; in a
// log a plain line for every finished file. Percent and time left count the pages of files being read.
#pragma once

#include "cli/talk.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kompass::cli {

class Progress {
public:
    /// `talk` must outlive the progress.
    Progress(Talk& talk, std::size_t files);

    /// So many pages of `file` are read.
    void page(const std::string& file, int page, int of);
    /// `file` is done; `line` says what became of it.
    void finished(const std::string& file, std::string_view line);

private:
    using Clock = std::chrono::steady_clock;

    /// Files done, those being read by their pages.
    [[nodiscard]] double done() const;
    [[nodiscard]] long percent() const;
    [[nodiscard]] std::string time_left() const;

    Talk* talk_;
    std::size_t files_;
    std::size_t finished_ = 0;
    std::map<std::string, double> being_read_; ///< by file: which part of it is read
    Clock::time_point begun_ = Clock::now();
    std::optional<Clock::time_point> shown_;
};

} // namespace kompass::cli
