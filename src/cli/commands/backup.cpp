// kompass backup: a whole copy of the archive, at any time.
#include "cli/commands.h"

#include "archive/archive.h"
#include "archive/backup.h"
#include "cli/shared_options.h"
#include "enquiry/reports.h"
#include "read/stop.h"
#include "text/language.h"

#include <memory>

namespace kompass::cli {
namespace {

struct BackupOptions {
    std::string archive, copy;
};

ExitCode back_up(const BackupOptions& options, const Context& context) {
    const auto bytes = archive::back_up(options.archive, options.copy);
    read::end_stop_watch();
    const auto copy = archive::Archive::open(options.copy);
    const auto reports = static_cast<std::size_t>(copy.consult(enquiry::count_reports));
    context.out.print("{}: {}, {} MiB\n", options.copy, text::counted(reports, "report"),
                      text::number(static_cast<double>(bytes) / (1 << 20), 1));
    return ExitCode::all_well;
}

} // namespace

Command backup_command() {
    const auto options = std::make_shared<BackupOptions>();
    return {.name = "backup",
            .summary = "copy the archive, whole, also while a run writes it",
            .details =
                "The copy is one file, of one moment, checked before it bears its name; a file that is there "
                "already is not overwritten. To go back, put the copy in the archive's place.",
            .example = "  kompass backup --archive arkiv.db arkiv-2021-03-01.db",
            .options = {archive_option(options->archive),
                        {.names = "FILE",
                         .value = "",
                         .help = "the copy to be made",
                         .target = &options->copy,
                         .required = true}},
            .run = [options](const Context& context) { return back_up(*options, context); }};
}

} // namespace kompass::cli
