#include "cli/progress.h"

#include <fmt/format.h>

#include <cmath>

namespace kompass::cli {

Progress::Progress(Talk& talk, std::size_t files) : talk_(&talk), files_(files) {}

void Progress::page(std::string_view file, int page, int of) {
    constexpr std::chrono::milliseconds between_updates{100};
    const auto now = Clock::now();
    if (shown_ && now - *shown_ < between_updates) return;
    shown_ = now;
    talk_->status(fmt::format("{}/{}  {:3} %  {}  page {}/{}{}", done_ + 1, files_, done_ * 100 / files_,
                              file, page, of, time_left()));
}

void Progress::finished(std::string_view line) {
    ++done_;
    if (!talk_->terminal().interactive)
        talk_->remark(fmt::format("{}/{}  {}", done_, files_, line));
    else
        talk_->status(
            fmt::format("{}/{}  {:3} %  {}{}", done_, files_, done_ * 100 / files_, line, time_left()));
}

std::string Progress::time_left() const {
    if (done_ == 0 || done_ >= files_) return {};
    const auto elapsed = std::chrono::duration<double>(Clock::now() - begun_).count();
    const auto seconds =
        std::lround(elapsed / static_cast<double>(done_) * static_cast<double>(files_ - done_));
    if (seconds < 60) return fmt::format("  {} s left", seconds);
    return fmt::format("  {} min left", (seconds + 30) / 60);
}

} // namespace kompass::cli
