// kompass similar: reports with a like profile.
#include "cli/commands.h"

#include "cli/find_report.h"
#include "cli/shared_options.h"
#include "cli/terminal/figures.h"
#include "enquiry/similarity.h"
#include "model/instrument.h"
#include "text/fitting.h"

#include <fmt/format.h>

#include <memory>

namespace kompass::cli {
namespace {

struct SimilarOptions {
    std::string archive;
    std::string format = "table";
    std::vector<std::string> report;
    int limit = 10;
};

text::Table table_of(const std::vector<enquiry::Likeness>& likest, text::Format format) {
    std::vector<text::Column> columns{{"report", text::Align::right},
                                      {"municipality"},
                                      {"year", text::Align::right},
                                      {"distance", text::Align::right}};
    for (int area = 1; area <= area_count; ++area)
        columns.push_back(
            {fmt::format("{}{}", format == text::Format::table ? "" : "area_", area), text::Align::right});
    text::Table table(std::move(columns));
    for (const auto& [report, distance, differences] : likest) {
        std::vector<text::Value> row{report.id, text::value_of(report.municipality),
                                     text::value_of(report.year), distance};
        for (const int difference : differences)
            row.push_back(format == text::Format::table ? text::Value{fmt::format("{:+}", difference)}
                                                        : text::Value{difference});
        table.add(std::move(row));
    }
    return table;
}

ExitCode similar(const SimilarOptions& options, const Context& context) {
    const auto archive = archive::Archive::open(options.archive);
    const auto report = find_latest_report(archive, options.report);
    std::vector<enquiry::Likeness> likest;
    archive.consult([&](const archive::Connection& connection) {
        likest = enquiry::similar_reports(connection, report.id);
    });
    if (likest.size() > static_cast<std::size_t>(options.limit))
        likest.resize(static_cast<std::size_t>(options.limit));
    const auto format = text::format_from(options.format);
    if (format == text::Format::table) {
        const enquiry::ReportName name{report.id, report.municipality, report.year, report.edition};
        context.out.print("{} (edition {})\n", title_of(name),
                          report.edition.empty() ? "unknown" : report.edition);
        if (likest.empty()) context.out.write("no other report of its edition with all eight areas\n");
    }
    context.out.write(table_of(likest, format).text(format));
    return ExitCode::all_well;
}

} // namespace

Command similar_command() {
    const auto options = std::make_shared<SimilarOptions>();
    return {.name = "similar",
            .summary = "reports of the same edition with a like profile",
            .details = "The likest first. A profile is the eight areas in per cent of their maxima; the "
                       "distance is the root mean square of the eight differences, in percentage points. The "
                       "columns 1 to 8 say how many the other has more or less in each area.",
            .example = "  kompass similar --archive arkiv.db Kumla --limit 5",
            .options = {archive_option(options->archive),
                        format_option(options->format),
                        {.names = "--limit",
                         .value = "N",
                         .help = "show so many; default: 10",
                         .target = &options->limit},
                        {.names = "REPORT",
                         .value = "...",
                         .help = "which report, named as for kompass compare",
                         .target = &options->report,
                         .required = true}},
            .run = [options](const Context& context) { return similar(*options, context); }};
}

} // namespace kompass::cli
