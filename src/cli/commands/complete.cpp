// kompass complete: what may stand next in a command line; for the completions of shells, not for people.
#include "cli/commands.h"

#include "cli/config/language_choice.h"
#include "cli/help/completions.h"
#include "text/language.h"

#include <memory>

namespace kompass::cli {
namespace {

ExitCode complete(const std::vector<std::string>& words, Output& out) {
    text::speak(chosen_language({})); // people read the meanings
    const auto found = completions(all_commands(), words);
    if (found.of == Completions::Of::files) out.write(":files\n");
    if (found.of == Completions::Of::folders) out.write(":folders\n");
    for (const auto& [word, meaning] : found.candidates)
        out.print("{}\t{}\n", word, meaning);
    return ExitCode::all_well;
}

} // namespace

Command complete_command() {
    const auto words = std::make_shared<std::vector<std::string>>();
    return {.name = "complete",
            .summary = "internal: what may stand next in a command line",
            .details =
                "Asked by the completions of bash, zsh and fish. Prints a line a candidate, with its meaning "
                "after a tab; :files and :folders ask the shell for its own.",
            .example = "  kompass complete -- corrections ''",
            .options = {{.names = "WORDS",
                         .value = "...",
                         .help = "after --; the last is being typed",
                         .target = words.get()}},
            .run = [words](const Context& context) { return complete(*words, context.out); },
            .hidden = true};
}

} // namespace kompass::cli
