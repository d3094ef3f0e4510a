// kompass verify: is the archive sound?
#include "cli/commands.h"

#include "archive/verify.h"
#include "cli/shared_options.h"
#include "text/language.h"
#include "text/table.h"

#include <memory>

namespace kompass::cli {
namespace {

struct VerifyOptions {
    std::string archive;
    std::string format = "table";
};

ExitCode verify(const VerifyOptions& options, const Context& context) {
    text::Table table({{"check"}, {"verdict"}, {"of"}, {"finding"}});
    bool sound = true;
    for (const auto& check : archive::verify(options.archive)) {
        for (const auto& fault : check.faults)
            table.add(
                {check.name, text::told("fault"), text::retold_value(check.what), text::retold_value(fault)});
        for (const auto& note : check.notes)
            table.add(
                {check.name, text::told("note"), text::retold_value(check.what), text::retold_value(note)});
        if (check.faults.empty() && check.notes.empty())
            table.add({check.name, text::told("ok"), text::retold_value(check.what), text::Value{}});
        sound = sound && check.faults.empty();
    }
    const auto format = text::format_from(options.format);
    context.out.write(table.text(format, context.out.terminal().table_width()));
    if (format == text::Format::table)
        context.out.write(sound ? text::tr("\nSound.\n") : text::tr("\nNot sound: see the faults.\n"));
    return sound ? ExitCode::all_well : ExitCode::needs_a_look;
}

} // namespace

Command verify_command() {
    const auto options = std::make_shared<VerifyOptions>();
    return {.name = "verify",
            .summary = "is the archive sound, and are its sources still as they were?",
            .details = "Checks the file's integrity, references, orphans, that every report, every reading "
                       "kept and every search index can be read and agrees with the tables, and the hashes "
                       "of the sources that are still where they were. A note is worth knowing; a fault "
                       "gives exit code 3. Nothing is written.",
            .example = "  kompass verify --archive arkiv.db",
            .options = {archive_option(options->archive), format_option(options->format)},
            .run = [options](const Context& context) { return verify(*options, context); }};
}

} // namespace kompass::cli
