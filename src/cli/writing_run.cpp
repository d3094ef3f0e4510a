#include "cli/writing_run.h"

#include "cli/open_archive.h"
#include "cli/run_parts.h"
#include "text/language.h"

#include <filesystem>
#include <stdexcept>

namespace kompass::cli {
namespace {

/// Both may be new, so names are compared, not files.
const std::string& require_another(const std::string& log, const std::string& archive) {
    namespace fs = std::filesystem;
    const auto place = [](const fs::path& file) { return fs::weakly_canonical(fs::absolute(file)); };
    if (!log.empty() && place(log) == place(archive))
        throw std::runtime_error(log + text::tr(" is the archive; name another file for --log"));
    return log;
}

} // namespace

WritingRun::WritingRun(const std::string& archive, const std::string& log, const Context& context)
    : context_(context), log_(require_another(log, archive)),
      archive_(archive::Archive::open_for_writing(wait_for_lock(archive, context))) {
    log_.belongs_to(archive_.begin_run(context.command_line, run_parts(context.settings)));
    log_.write({.stage = "run", .code = "run-begun", .message = context.command_line});
}

void WritingRun::end() {
    archive_.end_run();
    log_.write({.stage = "run", .code = "run-ended", .message = context_.command_line});
    if (!log_.fault().empty()) context_.talk.remark(log_.fault());
}

} // namespace kompass::cli
