// kompass site: the archive as pages for everybody.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "publish/report/pdf.h"
#include "publish/site/site.h"
#include "text/language.h"

#include <filesystem>
#include <memory>
#include <stdexcept>

namespace kompass::cli {
namespace {

namespace fs = std::filesystem;

struct SiteCommandOptions {
    std::string archive, out, base_url;
    std::vector<std::string> sources;
    bool with_names = false;
    bool pdf = false;
};

std::vector<fs::path> sources_of(const SiteCommandOptions& options) {
    std::vector<fs::path> sources;
    std::error_code ignored;
    for (const auto& named : options.sources) {
        if (!fs::exists(named, ignored))
            throw std::runtime_error(text::tr("--sources: there is no {}", named));
        sources.emplace_back(named);
    }
    return sources;
}

std::string base_url_of(const SiteCommandOptions& options) {
    const auto& url = options.base_url;
    if (url.empty() || url.ends_with('/')) return url;
    return url + '/';
}

/// What cannot be printed here can be by who reads the pages: they have a style for it.
bool prints(const SiteCommandOptions& options, Talk& talk) {
    if (options.pdf && !publish::report::can_print_pdf())
        talk.remark(
            text::tr("--pdf: no PDFs are made: Chromium prints them, and there is none (apt-get install "
                     "chromium). The pages say that a browser prints them"));
    return options.pdf && publish::report::can_print_pdf();
}

ExitCode site(const SiteCommandOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    const publish::site::SiteOptions site{
        .folder = options.out,
        .sources = sources_of(options),
        .base_url = base_url_of(options),
        .with_names = options.with_names,
        .workers = pipeline::runner_options(pipeline_options(context.settings)),
        .pdf = prints(options, context.talk),
        .on_report =
            [&](std::size_t done, std::size_t of) {
                context.talk.status(text::tr("{} of {}", done, text::counted(of, "report")));
            },
        .on_print =
            [&](std::size_t done, std::size_t of) {
                context.talk.status(text::tr("{} of {} printed", done, text::counted(of, "municipality")));
            }};
    const auto result = archive.consult(
        [&](const archive::Connection& connection) { return publish::site::write_site(connection, site); });
    context.talk.status("");
    const auto& changes = result.changes;
    for (const auto& name : changes.left)
        context.talk.remark(text::tr("left as it is: {} is no longer of the site, but was changed", name));
    for (const auto& name : changes.written_over)
        context.talk.remark(text::tr("written over: {} was changed since kompass wrote it", name));
    context.out.print("{}, {}: {}, {}, {}\n{}\n", text::counted(result.reports, "report"),
                      text::counted(result.municipalities, "municipality"),
                      text::tr_many(changes.written, "{} written", text::counted(changes.written, "file")),
                      text::tr_many(changes.unchanged, "{} unchanged", changes.unchanged),
                      text::tr_many(changes.removed, "{} removed", changes.removed),
                      (fs::path(options.out) / "index.html").string());
    return ExitCode::all_well;
}

} // namespace

Command site_command() {
    const auto options = std::make_shared<SiteCommandOptions>();
    return {
        .name = "site",
        .summary = "the archive as pages for everybody, in Swedish",
        .details =
            "Writes a site of pages that need no server: the country, each municipality, report, area, "
            "edition and question, with charts, every figure with its state, pages to search and to "
            "compare, and files to take home. Open DIR/index.html, or put DIR on any web host. Written "
            "again, only what changed is written, and pages that are no more are taken away; a folder "
            "that holds something else is refused, and no file of yours is written over. With --sources "
            "each figure leads to its place in a picture of its page: say so only if you may publish "
            "these. Nobody who decided is named, unless --with-names says so.",
        .example = "  kompass site --archive arkiv.db --out site\n"
                   "  kompass site --archive arkiv.db --out site --sources reports \\\n"
                   "          --base-url https://example.se/kommunkompassen/",
        .options = {archive_option(options->archive),
                    {.names = "--out",
                     .value = "DIR",
                     .help = "folder of the site: new, empty, or one that kompass wrote a site into",
                     .target = &options->out,
                     .required = true},
                    {.names = "--sources",
                     .value = "PATH",
                     .help = "file or folder of sources, to make pictures of their pages; may be repeated",
                     .target = &options->sources},
                    {.names = "--pdf",
                     .value = "",
                     .help =
                         "print each municipality's page as a PDF beside it, by Chromium; some seconds each",
                     .target = &options->pdf},
                    {.names = "--base-url",
                     .value = "URL",
                     .help = "where the site will stand, for what asks for whole addresses",
                     .target = &options->base_url},
                    {.names = "--with-names",
                     .value = "",
                     .help = "name those who decided, too",
                     .target = &options->with_names}},
        .run = [options](const Context& context) { return site(*options, context); }};
}

} // namespace kompass::cli
