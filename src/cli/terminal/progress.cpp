#include "cli/terminal/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <utility>

namespace kompass::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto between_updates = 100ms; ///< of the status line
constexpr auto between_lines = 30s;     ///< in a log
constexpr auto pace_window = 60s;
constexpr auto least_to_judge_by = 1s;

std::string in_words(long seconds) {
    if (seconds < 60) return fmt::format("{} s", seconds);
    const auto minutes = (seconds + 30) / 60;
    return minutes < 60 ? fmt::format("{} min", minutes)
                        : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

} // namespace

Progress::Progress(Talk& talk, std::size_t files, std::function<Clock::time_point()> now)
    : talk_(&talk), files_(files), now_(std::move(now)), shown_(now_()) {}

void Progress::page(const std::string& file, int page, int of) {
    being_read_[file] = static_cast<double>(page) / std::max(of, 1);
    const auto now = now_();
    sample(now);
    const bool interactive = talk_->terminal().interactive;
    const Clock::duration pause = interactive ? Clock::duration(between_updates) : between_lines;
    if (now - shown_ < pause) return;
    shown_ = now;
    const auto line = fmt::format("{}  {}  page {}/{}", so_far(),
                                  std::filesystem::path(file).filename().string(), page, of);
    if (interactive)
        talk_->status(line);
    else
        talk_->remark(line);
}

void Progress::finished(const std::string& file, std::string_view line) {
    being_read_.erase(file);
    ++finished_;
    if (talk_->terminal().interactive)
        talk_->status(fmt::format("{}  {}", so_far(), line));
    else if (!line.empty())
        talk_->remark(fmt::format("{}/{}  {}", finished_, files_, line));
}

double Progress::done() const {
    return std::accumulate(being_read_.begin(), being_read_.end(), static_cast<double>(finished_),
                           [](double sum, const auto& file) { return sum + file.second; });
}

/// "3/12   18 %  4 min left"
std::string Progress::so_far() const {
    const auto percent = static_cast<long>(100 * done() / static_cast<double>(files_));
    return fmt::format("{}/{}  {:3} %{}", std::min(finished_ + (being_read_.empty() ? 0 : 1), files_), files_,
                       percent, time_left());
}

void Progress::sample(Clock::time_point at) {
    samples_.push_back({at, done()});
    while (at - samples_.front().at > pace_window)
        samples_.pop_front();
}

std::string Progress::time_left() const {
    if (samples_.empty() || finished_ >= files_) return {};
    const auto elapsed = samples_.back().at - samples_.front().at;
    const auto gained = samples_.back().done - samples_.front().done;
    if (elapsed < least_to_judge_by || gained <= 0) return {};
    const auto seconds = std::chrono::duration<double>(elapsed).count();
    const auto left = std::lround((static_cast<double>(files_) - done()) * seconds / gained);
    return fmt::format("  {} left", in_words(left));
}

} // namespace kompass::cli
