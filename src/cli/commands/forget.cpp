// kompass forget: takes a source out of the archive.
#include "cli/commands.h"

#include "archive/backup.h"
#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/question.h"
#include "cli/writing_run.h"
#include "enquiry/sources.h"
#include "text/file_name.h"
#include "text/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct ForgetOptions {
    std::string archive, log, backup, source;
    bool yes = false;
};

struct Forgotten {
    std::string sha256, file; ///< sha256 is empty where the bytes were not read
    std::string what;         ///< in words
};

/// A failed source of that name or hash; its folder may be told.
const archive::FailedSource* failure_named(const std::vector<archive::FailedSource>& failures,
                                           const std::string& given) {
    const auto name = text::file_name_text(std::filesystem::path(given).filename().string());
    const auto found = std::find_if(failures.begin(), failures.end(), [&](const archive::FailedSource& one) {
        return one.file == given || one.file == name || (!one.sha256.empty() && one.sha256 == given);
    });
    return found == failures.end() ? nullptr : &*found;
}

Forgotten source_named(const archive::Archive& archive, const std::string& given) {
    const auto failures = archive.consult(enquiry::list_failures);
    if (const auto* failure = failure_named(failures, given))
        return {failure->sha256, failure->file, text::tr("{}, which failed", failure->file)};
    const auto report = find_report(archive, {given});
    return {report.sha256, report.file,
            fmt::format("{} ({}{}, {})", report.file, report.municipality,
                        report.year ? fmt::format(" {}", *report.year) : "", report.key)};
}

ExitCode forget(const ForgetOptions& options, const Context& context) {
    const auto source = source_named(open_to_read(options.archive, context), options.source);
    if (!options.yes) {
        if (!can_be_asked())
            throw std::runtime_error(
                text::tr("{} would be taken out: say --yes if that is meant", source.what));
        if (!agrees(text::tr("Take {} out of {}?", source.what, options.archive))) {
            context.talk.remark(text::tr("nothing was taken out"));
            return ExitCode::all_well;
        }
    }
    if (!options.backup.empty()) archive::back_up(options.archive, options.backup);
    WritingRun run(options.archive, options.log, context);
    const bool found = run.archive().forget(source.sha256, source.file);
    run.log().write({.file = source.file,
                     .stage = "archive",
                     .code = found ? "source-forgotten" : "source-not-there",
                     .message = source.what});
    run.end();
    if (!found) throw std::runtime_error(text::tr("{} is no longer in the archive", source.what));
    context.out.print("taken out: {}\n", source.what);
    return ExitCode::all_well;
}

} // namespace

Command forget_command() {
    const auto options = std::make_shared<ForgetOptions>();
    return {.name = "forget",
            .summary = "takes a report, or a file that failed, out of the archive",
            .details =
                "With it goes what was read of it. What people decided stays, and counts if the file is "
                "taken again; other files of the evaluation stand in for it. It is asked for, and the "
                "run is kept in the archive. To go back, put a backup in the archive's place: --backup "
                "makes one before.",
            .example = "  kompass forget --archive arkiv.db --backup före.db 'Köping 2017'\n"
                       "  kompass forget --archive arkiv.db --yes trasig.pdf",
            .options = {archive_option(options->archive),
                        {.names = "--backup",
                         .value = "FILE",
                         .help = "first makes a copy of the archive there, as kompass backup does",
                         .target = &options->backup},
                        {.names = "--yes", .value = "", .help = "does not ask", .target = &options->yes},
                        log_option(options->log),
                        {.names = "SOURCE",
                         .value = "",
                         .help = "a report, as for kompass show, or the name of a file that failed",
                         .target = &options->source,
                         .required = true}},
            .run = [options](const Context& context) { return forget(*options, context); }};
}

} // namespace kompass::cli
