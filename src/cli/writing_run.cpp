#include "cli/writing_run.h"

#include "cli/run_parts.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>
#include <utility>

namespace kompass::cli {
namespace {

archive::WriterLock wait_for_lock(const std::string& archive, const Context& context) {
    constexpr auto between_tries = std::chrono::milliseconds(100);
    bool told = false;
    for (;;) {
        if (auto lock = archive::WriterLock::try_take(archive, context.command_line)) return std::move(*lock);
        if (!told)
            context.talk.remark(fmt::format("another run writes {} ({}); waiting for it to end", archive,
                                            archive::WriterLock::holder(archive)));
        told = true;
        std::this_thread::sleep_for(between_tries);
    }
}

} // namespace

WritingRun::WritingRun(const std::string& archive, const std::string& log, const Context& context)
    : context_(context), log_(log), archive_(archive::Archive::open(archive, archive::Access::write)),
      lock_(wait_for_lock(archive, context)) {
    log_.belongs_to(archive_.begin_run(context.command_line, run_parts(context.settings)));
    log_.write({.stage = "run", .code = "run-begun", .message = context.command_line});
}

void WritingRun::end() {
    archive_.end_run();
    log_.write({.stage = "run", .code = "run-ended", .message = context_.command_line});
    if (!log_.fault().empty()) context_.talk.remark(log_.fault());
}

} // namespace kompass::cli
