// kompass show: one report in full.
#include "cli/commands.h"

#include "cli/find_report.h"
#include "cli/shared_options.h"
#include "cli/terminal/report_page.h"
#include "enquiry/former_reports.h"
#include "model/record_json.h"

#include <fmt/format.h>

#include <memory>

namespace kompass::cli {
namespace {

struct ShowOptions {
    std::string archive;
    std::string format = "text";
    std::vector<std::string> report;
};

/// What stands in for this report, or for what it stands in.
void tell_successions(const std::vector<enquiry::Succession>& successions, Output& out) {
    if (!successions.empty()) out.write("\nOther files of this evaluation\n");
    for (const auto& succession : successions) {
        out.write("  ");
        out.write_paragraph(fmt::format("{}: {} ({})", succession.other_file,
                                        succession.current ? "former" : "current", succession.why),
                            "    ");
    }
}

/// Of the preferred document what is in effect of its evaluation, of another what that says itself.
std::string page_of(const archive::Archive& archive, const enquiry::ReportIdentity& report,
                    const Record& record, const Terminal& terminal) {
    if (report.is_former) return report_page(record, report.key, terminal);
    const auto effective = archive.effective(report.id);
    return report_page(effective.published, effective.record, report.key, terminal);
}

ExitCode show(const ShowOptions& options, const Context& context) {
    const auto archive = archive::Archive::open(options.archive);
    const auto report = find_report(archive, options.report);
    const auto record = archive.record(report.id);
    if (options.format == "json") {
        context.out.write(to_json(record, report.key) + "\n");
        return ExitCode::all_well;
    }
    context.out.write(page_of(archive, report, record, context.out.terminal()));
    tell_successions(archive.consult([&](const archive::Connection& connection) {
        return enquiry::list_successions(connection, record.sha256);
    }),
                     context.out);
    return ExitCode::all_well;
}

} // namespace

Command show_command() {
    const auto options = std::make_shared<ShowOptions>();
    return {
        .name = "show",
        .summary = "one report: identity, areas as bars, questions, findings",
        .details = "REPORT is the key of an evaluation or an id, both from kompass list, a file name, the "
                   "first six or "
                   "more digits of a hash, a municipality, or a municipality and a year. A key names the "
                   "same in every archive. A figure with a ? should be checked by a "
                   "person; – is not stated.",
        .example = "  kompass show --archive arkiv.db Avesta 2014",
        .options =
            {archive_option(options->archive),
             {.names = "--format",
              .value = "FORMAT",
              .help =
                  "text for people (the default), json for the record as kompass extract prints it, with the "
                  "evaluation's key",
              .target = &options->format,
              .choices = {"text", "json"}},
             {.names = "REPORT",
              .value = "...",
              .help = "which report",
              .target = &options->report,
              .required = true}},
        .run = [options](const Context& context) { return show(*options, context); }};
}

} // namespace kompass::cli
