// kompass manual: the manual pages, written when the program is built; not for people.
#include "cli/commands.h"

#include "cli/help/declared_messages.h"
#include "cli/help/manual_pages.h"
#include "text/language.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace kompass::cli {
namespace {

namespace fs = std::filesystem;

void write_page(const fs::path& file, const std::string& page) {
    std::ofstream stream(file, std::ios::binary);
    stream << page;
    stream.close();
    if (!stream) throw std::runtime_error("cannot write " + file.string());
}

ExitCode write_pages(const fs::path& folder) {
    const auto commands = all_commands();
    fs::create_directories(folder);
    write_page(folder / "kompass.1", program_page(commands));
    for (const auto& command : commands)
        if (!command.hidden) write_page(folder / (page_name(command) + ".1"), command_page(command));
    return ExitCode::all_well;
}

} // namespace

Command manual_command() {
    struct ManualOptions {
        std::string folder;
        bool messages = false;
    };
    const auto options = std::make_shared<ManualOptions>();
    return {.name = "manual",
            .summary = "internal: write the manual pages",
            .details =
                "Run when the program is built: kompass.1 and one page a command, from the declarations that "
                "--help is made from.",
            .example = "  kompass manual build/man1",
            .options = {{.names = "--messages",
                         .value = "",
                         .help = "instead, print the texts of the declarations for tools/messages",
                         .target = &options->messages},
                        {.names = "DIR",
                         .value = "",
                         .help = "where to; pages that are there are replaced",
                         .target = &options->folder}},
            .run =
                [options](const Context& context) {
                    if (!options->messages) return write_pages(options->folder);
                    context.out.write(declared_messages(all_commands()));
                    return ExitCode::all_well;
                },
            .hidden = true};
}

} // namespace kompass::cli
