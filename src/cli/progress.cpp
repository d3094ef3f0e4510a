#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>

namespace kompass::cli {

Progress::Progress(Talk& talk, std::size_t files) : talk_(&talk), files_(files) {}

void Progress::page(const std::string& file, int page, int of) {
    being_read_[file] = static_cast<double>(page) / std::max(of, 1);
    constexpr std::chrono::milliseconds between_updates{100};
    const auto now = Clock::now();
    if (shown_ && now - *shown_ < between_updates) return;
    shown_ = now;
    talk_->status(fmt::format("{}/{}  {:3} %  {}  page {}/{}{}", finished_ + 1, files_, percent(),
                              std::filesystem::path(file).filename().string(), page, of, time_left()));
}

void Progress::finished(const std::string& file, std::string_view line) {
    being_read_.erase(file);
    ++finished_;
    if (!talk_->terminal().interactive)
        talk_->remark(fmt::format("{}/{}  {}", finished_, files_, line));
    else
        talk_->status(fmt::format("{}/{}  {:3} %  {}{}", finished_, files_, percent(), line, time_left()));
}

double Progress::done() const {
    return std::accumulate(being_read_.begin(), being_read_.end(), static_cast<double>(finished_),
                           [](double sum, const auto& file) { return sum + file.second; });
}

long Progress::percent() const {
    return static_cast<long>(100 * done() / static_cast<double>(files_));
}

std::string Progress::time_left() const {
    constexpr double least_to_judge_by = 0.02;
    const auto part = done() / static_cast<double>(files_);
    if (part < least_to_judge_by || finished_ >= files_) return {};
    const auto elapsed = std::chrono::duration<double>(Clock::now() - begun_).count();
    const auto seconds = std::lround(elapsed / part * (1 - part));
    if (seconds < 60) return fmt::format("  {} s left", seconds);
    return fmt::format("  {} min left", (seconds + 30) / 60);
}

} // namespace kompass::cli
