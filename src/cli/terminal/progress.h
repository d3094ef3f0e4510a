// How far a run has come: on a terminal one status line with files, percent, time left and the page being
// read; in a log a plain line for every finished file, and one every half minute while a long one is read.
//
// What there is to do is told in bytes: a scan of forty pages is not a letter. Files being read count by
// their pages, files passed over not at all. The time left follows from all that was done so far, and is
// smoothed: a file that takes longer than its bytes tell moves it by and by, not to and fro. A Progress also
// ends a run where Ctrl-C was pressed (interruption.h). One thread uses a Progress.
#pragma once

#include "cli/terminal/interruption.h"
#include "cli/terminal/talk.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::cli {

/// A file, and how much there is to do with it, in whatever unit all have.
struct Work {
    std::string file;
    double amount = 1;
};

/// By their bytes; named as text.
[[nodiscard]] std::vector<Work> work_of(const std::vector<std::filesystem::path>& files);

class Progress {
public:
    using Clock = std::chrono::steady_clock;

    /// `talk` must outlive the progress; `now` is for tests.
    Progress(Talk& talk, const std::vector<Work>& work, std::function<Clock::time_point()> now = Clock::now);

    /// So many pages of `file` are read. Throws Interrupted.
    void page(const std::string& file, int page, int of);
    /// `file` is done; `line` says what became of it. Without one a log says nothing. Throws Interrupted.
    void finished(const std::string& file, std::string_view line = {});
    /// The same of one that there was nothing to do with.
    void passed_over(const std::string& file, std::string_view line = {});

private:
    [[nodiscard]] double amount_of(const std::string& file) const;
    /// Of the amount, files being read by their pages.
    [[nodiscard]] double done() const;
    [[nodiscard]] std::string so_far() const;
    void estimate(Clock::time_point at);
    void tell(const std::string& file, std::string_view line);

    Interruption interruption_;
    Talk* talk_;
    std::size_t files_;
    std::function<Clock::time_point()> now_;
    std::map<std::string, double> amounts_;
    double all_ = 0;      ///< amount, without what was passed over
    double finished_ = 0; ///< amount
    std::size_t files_finished_ = 0;
    std::map<std::string, double> being_read_; ///< by file: which part of it is read
    std::optional<Clock::time_point> begun_;   ///< when the first page was
    Clock::time_point estimated_;
    std::optional<double> left_; ///< seconds
    Clock::time_point shown_;
};

} // namespace kompass::cli
