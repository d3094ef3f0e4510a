// kompass manual: the manual pages, written when the program is built; not for people.
#include "cli/commands.h"

#include "cli/help/manual_pages.h"

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
    const auto folder = std::make_shared<std::string>();
    return {.name = "manual",
            .summary = "internal: write the manual pages",
            .details =
                "Run when the program is built: kompass.1 and one page a command, from the declarations that "
                "--help is made from.",
            .example = "  kompass manual build/man1",
            .options = {{.names = "DIR",
                         .value = "",
                         .help = "where to; pages that are there are replaced",
                         .target = folder.get(),
                         .required = true}},
            .run = [folder](const Context&) { return write_pages(*folder); },
            .hidden = true};
}

} // namespace kompass::cli
