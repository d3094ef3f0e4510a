// kompass upgrade: the archive of an older kompass brought up to date.
#include "cli/commands.h"

#include "archive/existing_file.h"
#include "archive/upgrade/upgrade.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "enquiry/reports.h"
#include "read/stop.h"
#include "text/language.h"
#include "text/retelling.h"

#include <memory>

namespace kompass::cli {
namespace {

ExitCode upgrade(const std::string& file, const Context& context) {
    archive::require_there(file);
    const auto done = archive::upgrade(wait_for_lock(file, context),
                                       [&](std::string_view step) { context.talk.status(step); });
    read::end_stop_watch();
    context.talk.status({});
    if (done.from == done.to) {
        context.out.print("{}: is up to date (schema version {})\n", file, done.to);
        return ExitCode::all_well;
    }
    const auto reports = archive::Archive::open(file).consult(enquiry::count_reports);
    context.out.print("{}: brought from schema version {} to {}, with {}\n", file, done.from, done.to,
                      text::counted(static_cast<std::size_t>(reports), "report"));
    auto version = done.from;
    for (const auto& change : done.changes)
        context.out.write_paragraph(text::tr("version {}: {}", ++version, text::retold(change)), "    ");
    context.out.print("as it was: {}\n", done.kept.string());
    return ExitCode::all_well;
}

} // namespace

Command upgrade_command() {
    const auto file = std::make_shared<std::string>();
    return {.name = "upgrade",
            .summary = "bring the archive of an older kompass up to date",
            .details =
                "An archive of an older kompass can be read, and is changed only after this. First a copy is "
                "made beside it (arkiv-v13.db, of schema version 13) and looked at; then the archive is "
                "brought up to date wholly or not at all. What each version brought is told. An older "
                "kompass then refuses it; to go back, put the copy in the archive's place. What newer "
                "rules make of the reports is for kompass reextract.",
            .example = "  kompass upgrade --archive arkiv.db",
            .options = {archive_option(*file)},
            .run = [file](const Context& context) { return upgrade(*file, context); }};
}

} // namespace kompass::cli
