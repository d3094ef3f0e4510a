// kompass doctor: what the program stands on, what is missing, and the line that mends it.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/installation.h"
#include "cli/shared_options.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/table.h"

#include <algorithm>
#include <memory>

namespace kompass::cli {
namespace {

ExitCode examine(const std::string& format_name, const Context& context) {
    const auto parts = installation(context.settings);
    text::Table table({{"part"}, {"state"}, {"version"}, {"needed_for"}, {"mend"}});
    for (const auto& part : parts)
        table.add({text::retold_value(part.name),
                   text::told(part.present ? text::message("ok") : text::message("missing")),
                   text::value_of(part.version), text::told(part.needed_for),
                   part.present ? text::Value{} : text::Value{part.mend}});
    const auto format = text::format_from(format_name);
    context.out.write(table.text(format, context.out.terminal().table_width()));

    const auto broken =
        std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.vital && !part.present; });
    if (format == text::Format::table)
        context.out.write(broken ? text::tr("\nNot ready: mend what is missing above.\n")
                                 : text::tr("\nReady.\n"));
    return broken ? ExitCode::nothing_done : ExitCode::all_well;
}

} // namespace

Command doctor_command() {
    const auto format = std::make_shared<std::string>("table");
    return {
        .name = "doctor",
        .summary = "what the program stands on, and what is missing",
        .details =
            "Lists libraries with their versions, the rules in use, and language data; where something is "
            "missing, the line that mends it. Exit code 0 if all that this version needs is there, else 2.",
        .example = "  kompass doctor",
        .options = {format_option(*format)},
        .run = [format](const Context& context) { return examine(*format, context); }};
}

} // namespace kompass::cli
