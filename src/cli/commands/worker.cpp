// kompass worker: what the job runner starts; not for people.
#include "cli/commands.h"

#include "pipeline/understanding_task.h"
#include "read/work/worker.h"

#include <unistd.h>

namespace kompass::cli {

Command worker_command() {
    return {.name = "worker",
            .summary = "internal: reads and understands the documents asked for on standard input",
            .details =
                "Started by the program itself, so that a document that crashes it harms nothing else.",
            .example = "  (none)",
            .options = {},
            .run =
                [](const Context& context) {
                    read::WorkerHooks work;
                    work.task = pipeline::understanding_task(knowledge_sources(context.settings));
                    return static_cast<ExitCode>(read::serve(STDIN_FILENO, STDOUT_FILENO, work));
                },
            .hidden = true};
}

} // namespace kompass::cli
