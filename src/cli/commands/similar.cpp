// kompass similar: reports with a like profile.
#include "cli/commands.h"

#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/figures.h"
#include "enquiry/similarity.h"
#include "model/instrument.h"
#include "text/fitting.h"
#include "text/language.h"

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

text::Table table_for_people(const std::vector<enquiry::Likeness>& likest, StateMarks& marks) {
    std::vector<text::Column> columns{
        {"municipality"}, {"year", text::Align::right}, {"distance", text::Align::right}};
    for (int area = 1; area <= area_count; ++area)
        columns.push_back({std::to_string(area), text::Align::right});
    columns.push_back({"evaluation", text::Align::left, text::Layout::below});
    text::Table table(std::move(columns));
    for (const auto& one : likest) {
        std::vector<text::Value> row{text::value_of(one.report.municipality), text::value_of(one.report.year),
                                     text::number(one.distance, 2) + marks.of(one.state())};
        for (std::size_t i = 0; i < one.differences.size(); ++i)
            row.emplace_back(fmt::format("{:+}{}", one.differences.at(i), marks.of(one.states.at(i))));
        row.emplace_back(one.report.key);
        table.add(std::move(row));
    }
    return table;
}

text::Table machine_table(const std::vector<enquiry::Likeness>& likest) {
    std::vector<text::Column> columns{{"report"}, {"municipality"}, {"year"}, {"distance"}};
    for (int area = 1; area <= area_count; ++area)
        columns.push_back({fmt::format("area_{}", area)});
    columns.insert(columns.end(), {{"state"}, {"evaluation"}});
    text::Table table(std::move(columns));
    for (const auto& one : likest) {
        std::vector<text::Value> row{one.report.id, text::value_of(one.report.municipality),
                                     text::value_of(one.report.year), one.distance};
        row.insert(row.end(), one.differences.begin(), one.differences.end());
        row.insert(row.end(), {state_value(one.state()), one.report.key});
        table.add(std::move(row));
    }
    return table;
}

ExitCode similar(const SimilarOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    const auto report = find_latest_report(archive, options.report);
    std::vector<enquiry::Likeness> likest;
    archive.consult([&](const archive::Connection& connection) {
        likest = enquiry::similar_reports(connection, report.id);
    });
    if (likest.size() > static_cast<std::size_t>(options.limit))
        likest.resize(static_cast<std::size_t>(options.limit));
    const auto format = text::format_from(options.format);
    if (format != text::Format::table) {
        context.out.write(machine_table(likest).text(format, context.out.terminal().table_width()));
        return ExitCode::all_well;
    }
    context.out.print("{} (edition {})\n  {}\n", title_of(name_of(report)),
                      report.edition.empty() ? text::tr("unknown") : report.edition, report.key);
    if (likest.empty()) context.out.write(text::tr("no other report of its edition with all eight areas\n"));
    StateMarks marks;
    context.out.write(table_for_people(likest, marks).text(format, context.out.terminal().table_width()));
    write_note(marks, context.out);
    return ExitCode::all_well;
}

} // namespace

Command similar_command() {
    const auto options = std::make_shared<SimilarOptions>();
    return {.name = "similar",
            .summary = "reports of the same edition with a like profile",
            .details =
                "The likest first. A profile is the eight areas in per cent of their maxima; the "
                "distance is the root mean square of the eight differences, in percentage points. The "
                "columns 1 to 8 say how many the other has more or less in each area. A sign behind one says "
                "that a figure it is counted from is not simply sound.",
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
