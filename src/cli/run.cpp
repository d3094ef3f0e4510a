#include "cli/run.h"

#include "text/file_name.h"

#include <new>

#include <unistd.h>

namespace kompass::cli {
namespace {

std::string as_typed(int argc, const char* const* argv) {
    std::string line = "kompass";
    for (int i = 1; i < argc; ++i)
        line.append(" ").append(text::file_name_text(argv[i]));
    return line;
}

} // namespace

ExitCode run(const Invocation& invocation, int argc, const char* const* argv) {
    if (invocation.command == nullptr) return invocation.code;
    Output out(STDOUT_FILENO);
    Talk talk(STDERR_FILENO, invocation.settings.quiet);
    try {
        return invocation.command->run(
            {invocation.settings, invocation.in_force, as_typed(argc, argv), out, talk});
    } catch (const ClosedOutput&) {
        return ExitCode::all_well;
    } catch (const std::bad_alloc&) {
        talk.error("out of memory");
    } catch (const std::exception& error) {
        talk.error(error.what());
    }
    return ExitCode::nothing_done;
}

} // namespace kompass::cli
