// kompass: published Kommunkompassen reports into one archive.
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/run.h"

int main(int argc, char** argv) {
    using namespace kompass::cli;
    survive_closed_streams();
    const auto commands = all_commands();
    const auto invocation = parse(commands, argc, argv);
    return static_cast<int>(run(invocation, argc, argv));
}
