// kompass release: an edition of the archive to keep and to cite.
#include "cli/commands.h"

#include "cli/shared_options.h"
#include "model/cell_value.h"
#include "publish/release/release.h"
#include "text/language.h"

#include <algorithm>
#include <cctype>
#include <memory>

namespace kompass::cli {
namespace {

struct ReleaseOptions {
    std::string archive, folder, number, day, since;
    bool with_names = false;
};

/// It becomes part of names of folders and of addresses.
bool is_number(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char sign) {
        return std::isalnum(sign) != 0 || sign == '.' || sign == '-';
    });
}

ExitCode release(const ReleaseOptions& options, const Context& context) {
    if (!is_number(options.number)) {
        context.talk.error(text::tr("--number is of letters, digits, points and hyphens, such as 2026.1"));
        return ExitCode::usage;
    }
    if (!is_date(options.day)) {
        context.talk.error(text::tr("--date is a day such as 2026-02-08, not '{}'", options.day));
        return ExitCode::usage;
    }
    const auto done = text::in_english([&] {
        return publish::release({options.archive, options.folder, options.number, options.day, options.since,
                                 options.with_names});
    });
    context.out.print("release {} of {}, {}: {}\n", options.number, options.day,
                      text::counted(static_cast<std::size_t>(done.reports), "report"), options.folder);
    if (!options.since.empty())
        context.out.print("{} since {}\n", text::counted(done.changes.size(), "change"), options.since);
    for (const auto& file : done.files)
        context.out.print("  {}\n", file);
    return ExitCode::all_well;
}

} // namespace

Command release_command() {
    const auto options = std::make_shared<ReleaseOptions>();
    return {
        .name = "release",
        .summary = "an edition of the archive to keep and to cite, read-only",
        .details =
            "Makes the folder DIR, which must not exist: a read-only copy of the archive, its exports, a "
            "README, "
            "a CITATION.cff, what changed since the release before (changes.csv) and SHA256SUMS. No folder "
            "of this machine is named in it, and nobody who decided. An archive that is not sound, or that "
            "no publisher was told of (kompass describe), is not released. The same archive, number and day "
            "give the same bytes.",
        .example = "  kompass release --archive arkiv.db --number 2026.1 --date 2026-02-08 \\\n"
                   "          --since releases/2025.2 --out releases/2026.1",
        .options = {archive_option(options->archive),
                    {.names = "--number",
                     .value = "NUMBER",
                     .help = "what the release is called, such as 2026.1",
                     .target = &options->number,
                     .required = true},
                    {.names = "--date",
                     .value = "DAY",
                     .help = "the day of the release, such as 2026-02-08",
                     .target = &options->day,
                     .required = true},
                    {.names = "--out",
                     .value = "DIR",
                     .help = "the folder to be made",
                     .target = &options->folder,
                     .required = true},
                    {.names = "--since",
                     .value = "DIR",
                     .help = "the release before, to tell what changed",
                     .target = &options->since},
                    {.names = "--with-names",
                     .value = "",
                     .help = "name those who decided, too",
                     .target = &options->with_names}},
        .run = [options](const Context& context) { return release(*options, context); }};
}

} // namespace kompass::cli
