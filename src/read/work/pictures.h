// Parts of pages as PNGs, drawn in worker processes: a page can be made to take all time and memory.
//
// drawn_pictures is the worker's side; draw_pictures spreads pages over workers and gives their pictures, in
// the order of the wishes. What cannot be drawn, or costs a worker more than the limits, is an empty picture.
// One thread at a time (Poppler).
#pragma once

#include "read/work/job_runner.h"
#include "read/work/message.h"

#include <chrono>
#include <string_view>
#include <vector>

namespace kompass::read {

/// `bytes`: of a PDF or an image. Nothing is thrown for what they hold.
[[nodiscard]] PicturesDrawn drawn_pictures(std::string_view bytes, const PicturesRequest& request);

/// The time that one page may take.
inline constexpr TimeLimits usual_drawing_limits{std::chrono::seconds(60), std::chrono::seconds(60),
                                                 std::chrono::seconds(20)};

[[nodiscard]] std::vector<std::vector<Picture>>
draw_pictures(const std::vector<PicturesRequest>& wishes, const RunnerOptions& options,
              const TimeLimits& limits = usual_drawing_limits);

} // namespace kompass::read
