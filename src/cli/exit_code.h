// What a command tells the shell: the four exit codes, declared once for code, help and README.
#pragma once

#include <array>
#include <string_view>

namespace kompass::cli {

enum class ExitCode {
    all_well = 0,
    usage = 1,
    nothing_done = 2,
    needs_a_look = 3,
    interrupted = 130, ///< 128 + SIGINT, as shells have it
};

struct ExitCodeMeaning {
    ExitCode code;
    std::string_view meaning;
};

inline constexpr std::array<ExitCodeMeaning, 5> exit_code_meanings{{
    {ExitCode::all_well, "all well"},
    {ExitCode::usage, "wrong usage: nothing was begun"},
    {ExitCode::nothing_done, "nothing could be done, or the command broke off"},
    {ExitCode::needs_a_look, "done, with documents that failed or need a look"},
    {ExitCode::interrupted, "stopped by Ctrl-C; what was done until then is kept"},
}};

} // namespace kompass::cli
