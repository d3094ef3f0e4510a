// The PDFs that PDFs carry, as portfolios do, taken out in worker processes: what a file carries is trusted
// as little as the file.
//
// attached_by is the worker's side; take_out_attachments asks workers for those of many files and gives them
// in the order of the files. A file that is no PDF or cannot be read carries none: what is wrong with it is
// told by whoever reads it. What costs a worker more than the limits is a fault. Attachments of attachments
// are left where they are.
#pragma once

#include "read/attachment.h"
#include "read/work/job_runner.h"
#include "read/work/message.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <vector>

namespace kompass::read {

/// Nothing is thrown for what the file holds.
[[nodiscard]] AttachmentsFound attached_by(const AttachmentsRequest& request);

inline constexpr TimeLimits usual_attachment_limits{std::chrono::seconds(60), std::chrono::seconds(60),
                                                    std::chrono::seconds(30)};

/// Called for each file, those without attachments too.
using OnAttachments =
    std::function<void(const std::filesystem::path& file, const std::vector<Attachment>& attachments)>;

void take_out_attachments(const std::vector<std::filesystem::path>& files, const RunnerOptions& options,
                          const OnAttachments& on_attachments,
                          const TimeLimits& limits = usual_attachment_limits);

} // namespace kompass::read
