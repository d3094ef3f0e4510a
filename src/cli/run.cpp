#include "cli/run.h"

#include "cli/terminal/interruption.h"
#include "cli/terminal/pager.h"
#include "read/stop.h"
#include "text/file_name.h"
#include "text/language.h"
#include "text/retelling.h"

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <string_view>

#include <unistd.h>

namespace kompass::cli {
namespace {

std::string as_typed(int argc, const char* const* argv) {
    std::string line = "kompass";
    for (int i = 1; i < argc; ++i)
        line.append(" ").append(text::file_name_text(argv[i]));
    return line;
}

/// What prints for people to read at length. Not what asks them something.
bool is_read_at_length(const Command& command) {
    constexpr std::array<std::string_view, 5> others{"account", "audit", "explain", "pages", "text"};
    return command.group == "Look at" ||
           std::find(others.begin(), others.end(), command.name) != others.end();
}

/// What programs read is the same in every language.
bool is_for_programs(const Command& command) {
    const auto format =
        std::find_if(command.options.begin(), command.options.end(), [](const Option& option) {
            return option.names == "--format" &&
                   std::find(option.choices.begin(), option.choices.end(), "table") != option.choices.end();
        });
    if (format == command.options.end()) return false;
    const auto& asked = *std::get<std::string*>(format->target);
    return asked == "csv" || asked == "json";
}

/// What makes files or folders that are there whole or not at all, and stores nothing piece by piece.
bool makes_something_whole(const Command& command) {
    constexpr std::array<std::string_view, 5> all{"backup", "export", "release", "site", "upgrade"};
    return std::find(all.begin(), all.end(), command.name) != all.end();
}

ExitCode run_command(const Invocation& invocation, const std::string& command_line, Output& out, Talk& talk) {
    std::optional<text::English> english;
    if (is_for_programs(*invocation.command)) english.emplace();
    try {
        std::optional<Interruption> interruption;
        std::optional<read::StopWatch> watch;
        if (makes_something_whole(*invocation.command)) {
            interruption.emplace();
            watch.emplace();
        }
        return invocation.command->run({invocation.settings, invocation.in_force, command_line, out, talk});
    } catch (const ClosedOutput&) {
        return ExitCode::all_well;
    } catch (const Interrupted& interruption) {
        talk.error(interruption.what());
        return ExitCode::interrupted;
    } catch (const read::Stopped& stopped) {
        talk.error(stopped.what());
        return ExitCode::interrupted;
    } catch (const std::bad_alloc&) {
        talk.error(text::tr("out of memory"));
    } catch (const std::exception& error) {
        talk.error(text::retold(error.what()));
    }
    return ExitCode::nothing_done;
}

} // namespace

ExitCode run(const Invocation& invocation, int argc, const char* const* argv) {
    if (invocation.command == nullptr) return invocation.code;
    Output out(STDOUT_FILENO);
    Talk talk(STDERR_FILENO, invocation.settings.quiet);
    Pager pager(!invocation.settings.no_pager && is_read_at_length(*invocation.command), out.terminal());
    const auto code = run_command(invocation, as_typed(argc, argv), out, talk);
    if (const auto fault = pager.finish(); !fault.empty()) {
        talk.error(fault);
        return ExitCode::nothing_done;
    }
    return code;
}

} // namespace kompass::cli
