#include "cli/terminal/progress.h"

#include "text/file_name.h"
#include "text/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <system_error>
#include <utility>

namespace kompass::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto between_updates = 100ms; ///< of the status line
constexpr auto between_lines = 30s;     ///< in a log
constexpr auto least_to_judge_by = 1s;
constexpr double least_done = 0.02; ///< of all: before that it would be a guess
constexpr double slowness =
    30; ///< seconds in which the estimate comes most of the way to what is measured now

std::string in_words(long seconds) {
    if (seconds < 60) return fmt::format("{} s", seconds);
    const auto minutes = (seconds + 30) / 60;
    return minutes < 60 ? text::tr("{} min", minutes) : text::tr("{} h {} min", minutes / 60, minutes % 60);
}

double seconds_between(Progress::Clock::time_point from, Progress::Clock::time_point to) {
    return std::chrono::duration<double>(to - from).count();
}

} // namespace

std::vector<Work> work_of(const std::vector<std::filesystem::path>& files) {
    std::vector<Work> work;
    for (const auto& file : files) {
        std::error_code error;
        const auto bytes = std::filesystem::file_size(file, error);
        work.push_back({text::file_name_text(file.string()), error ? 1 : static_cast<double>(bytes)});
    }
    return work;
}

Progress::Progress(Talk& talk, const std::vector<Work>& work, std::function<Clock::time_point()> now)
    : talk_(&talk), files_(work.size()), now_(std::move(now)), begun_(now_()), estimated_(now_()),
      shown_(now_()) {
    for (const auto& [file, amount] : work) {
        amounts_[file] = amount;
        all_ += amount;
    }
}

void Progress::page(const std::string& file, int page, int of) {
    interruption_.check();
    being_read_[file] = static_cast<double>(page) / std::max(of, 1);
    const auto now = now_();
    estimate(now);
    const bool interactive = talk_->terminal().interactive;
    const Clock::duration pause = interactive ? Clock::duration(between_updates) : between_lines;
    if (now - shown_ < pause) return;
    shown_ = now;
    const auto line =
        text::tr("{}  {}  page {}/{}", so_far(), std::filesystem::path(file).filename().string(), page, of);
    if (interactive)
        talk_->status(line);
    else
        talk_->remark(line);
}

void Progress::finished(const std::string& file, std::string_view line) {
    finished_ += amount_of(file);
    being_read_.erase(file);
    estimate(now_());
    tell(file, line);
}

void Progress::passed_over(const std::string& file, std::string_view line) {
    all_ -= amount_of(file);
    begun_ = now_(); // what follows is measured
    tell(file, line);
}

void Progress::tell(const std::string& /*file*/, std::string_view line) {
    ++files_finished_;
    if (talk_->terminal().interactive)
        talk_->status(fmt::format("{}  {}", so_far(), line));
    else if (!line.empty())
        talk_->remark(fmt::format("{}/{}  {}", files_finished_, files_, line));
    interruption_.check();
}

double Progress::amount_of(const std::string& file) const {
    const auto found = amounts_.find(file);
    return found == amounts_.end() ? 0 : found->second;
}

double Progress::done() const {
    return std::accumulate(
        being_read_.begin(), being_read_.end(), finished_,
        [&](double sum, const auto& file) { return sum + file.second * amount_of(file.first); });
}

/// "3/12   18 %  4 min left"
std::string Progress::so_far() const {
    const auto percent = all_ > 0 ? static_cast<long>(100 * done() / all_) : 100;
    const auto left =
        left_ && files_finished_ < files_ ? text::tr("  {} left", in_words(std::lround(*left_))) : "";
    return fmt::format("{}/{}  {:3} %{}", std::min(files_finished_ + (being_read_.empty() ? 0 : 1), files_),
                       files_, percent, left);
}

void Progress::estimate(Clock::time_point at) {
    if (!begun_ || at - *begun_ < least_to_judge_by || done() < least_done * all_) return;
    const auto measured = (all_ - done()) * seconds_between(*begun_, at) / done();
    const auto since = seconds_between(estimated_, at);
    estimated_ = at;
    if (!left_) {
        left_ = measured;
        return;
    }
    const auto expected = std::max(*left_ - since, 0.0);
    left_ = expected + (measured - expected) * (1 - std::exp(-since / slowness));
}

} // namespace kompass::cli
