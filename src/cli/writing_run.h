// A run that writes an archive: the archive under its lock, the log, the row in `run`.
//
// Where another run writes the same archive this one says so and waits until that has ended. A WritingRun
// that is not ended (an error, a kill) leaves its row without an end. One thread uses a WritingRun.
#pragma once

#include "archive/archive.h"
#include "cli/command.h"
#include "cli/event_log.h"

#include <string>

namespace kompass::cli {

class WritingRun {
public:
    /// `log`: empty for none.
    WritingRun(const std::string& archive, const std::string& log, const Context& context);

    [[nodiscard]] archive::Archive& archive() { return archive_; }
    [[nodiscard]] EventLog& log() { return log_; }
    void end();

private:
    const Context& context_;
    EventLog log_;
    archive::Archive archive_;
};

} // namespace kompass::cli
