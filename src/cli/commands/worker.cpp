// kompass worker: what the job runner starts; not for people.
#include "cli/commands.h"

#include "pipeline/understanding_task.h"
#include "read/work/worker.h"

#include <unistd.h>

#include <memory>
#include <utility>

namespace kompass::cli {

Command worker_command() {
    const auto municipalities = std::make_shared<std::vector<std::string>>();
    return {.name = "worker",
            .summary = "internal: reads and understands the documents asked for on standard input",
            .details =
                "Started by the program itself, so that a document that crashes it harms nothing else.",
            .example = "  (none)",
            .options = {{.names = "--municipality",
                         .value = "ROW",
                         .help = "one that the archive remembers: code,name,county_code,county",
                         .target = municipalities.get()}},
            .run =
                [municipalities](const Context& context) {
                    read::WorkerHooks work;
                    auto sources = knowledge_sources(context.settings);
                    sources.remembered = pipeline::municipalities_of(*municipalities);
                    work.task = pipeline::understanding_task(std::move(sources));
                    return static_cast<ExitCode>(read::serve(STDIN_FILENO, STDOUT_FILENO, work));
                },
            .hidden = true};
}

} // namespace kompass::cli
