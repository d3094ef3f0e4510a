// kompass report: one evaluation for a municipality's management group, as one file.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "publish/report/management_report.h"
#include "publish/report/pdf.h"
#include "read/unfinished_file.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/unicode.h"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <system_error>

namespace kompass::cli {
namespace {

namespace fs = std::filesystem;

struct ReportOptions {
    std::string archive, out;
    std::vector<std::string> report;
    bool with_names = false;
};

bool is_pdf(const fs::path& out) {
    const auto ending = unicode::lower(out.extension().string());
    if (ending != ".pdf" && ending != ".html")
        throw std::invalid_argument(text::tr("--out: {} ends neither in .html nor in .pdf", out.string()));
    return ending == ".pdf";
}

void require_free(const fs::path& out) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(out, ignored)))
        throw std::runtime_error(text::tr("{} is there already; remove it, or name another", out.string()));
}

void write_new(const fs::path& out, const std::string& content) {
    try {
        read::UnfinishedFile unfinished(out);
        unfinished.write(content);
        unfinished.move_to_free_place();
    } catch (const std::system_error& error) {
        throw std::runtime_error(text::tr("cannot write {}: {}", out.string(), error.code().message()));
    }
}

ExitCode report(const ReportOptions& options, const Context& context) {
    const fs::path out = options.out;
    const bool pdf = is_pdf(out);
    require_free(out);
    const auto archive = open_to_read(options.archive, context);
    const auto identity = find_latest_report(archive, options.report);
    auto content = archive.consult([&](const archive::Connection& connection) {
        return publish::report::management_report(connection, identity,
                                                  options.with_names ? publish::site::Deciders::named
                                                                     : publish::site::Deciders::unnamed);
    });
    if (pdf) {
        context.talk.status("Chromium prints it");
        content = publish::report::pdf_of(content);
        context.talk.status("");
    }
    write_new(out, content);
    context.out.print("{}: {}\n", out.string(), identity.key);
    return ExitCode::all_well;
}

} // namespace

Command report_command() {
    const auto options = std::make_shared<ReportOptions>();
    return {.name = "report",
            .summary = "one evaluation for a management group, as one file, in Swedish",
            .details =
                "Writes a file with everything in it, which prints on four to eight pages: the profile "
                "against the edition's median and quartiles, the position among its reports, what changed "
                "since the evaluation before, the questions farthest from the median, strengths and "
                "improvements by area, the state of the figures, what was decided of them and why, and "
                "sources. --out ends in .html, or in "
                ".pdf: then Chromium prints it, which has to be installed. A file that is there already "
                "is not overwritten. REPORT is named as for kompass show; of a municipality with several "
                "the latest is taken.",
            .example = "  kompass report --archive arkiv.db Köping 2017 --out koping.html\n"
                       "  kompass report --archive arkiv.db Köping 2017 --out koping.pdf",
            .options = {archive_option(options->archive),
                        {.names = "--out",
                         .value = "FILE",
                         .help = "file to write: .html or .pdf",
                         .target = &options->out,
                         .required = true},
                        {.names = "--with-names",
                         .value = "",
                         .help = "name those who decided, too",
                         .target = &options->with_names},
                        {.names = "REPORT",
                         .value = "...",
                         .help = "which report",
                         .target = &options->report,
                         .required = true}},
            .run = [options](const Context& context) { return report(*options, context); }};
}

} // namespace kompass::cli
