// kompass worker: what the reader pool starts; not for people.
#include "cli/commands.h"

#include "read/work/reader_pool.h"

#include <unistd.h>

namespace kompass::cli {

Command worker_command() {
    return {.name = "worker",
            .summary = "internal: reads the documents asked for on standard input",
            .details =
                "Started by the program itself, so that a document that crashes a reader harms nothing else.",
            .example = "  (none)",
            .options = {},
            .run =
                [](const Context&) {
                    return static_cast<ExitCode>(read::run_worker(STDIN_FILENO, STDOUT_FILENO));
                },
            .hidden = true};
}

} // namespace kompass::cli
