// kompass list: what the archive holds.
#include "cli/commands.h"

#include "archive/archive.h"
#include "archive/outside/file_origins.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/figures.h"
#include "cli/terminal/origin_text.h"
#include "enquiry/former_reports.h"
#include "enquiry/sources.h"
#include "text/language.h"
#include "text/table.h"

#include <map>
#include <memory>

namespace kompass::cli {
namespace {

struct ListOptions {
    std::string archive;
    std::string format = "table";
    bool failed = false;
    bool all = false;
};

/// Enough of a hash to name a source by it.
std::string start_of(const std::string& sha256) {
    constexpr std::size_t digits = 12;
    return sha256.substr(0, digits);
}

using Origins = std::map<std::string, FileOrigin>; ///< by hash

/// For people one line, for programs a column each.
void add_origin_columns(std::vector<text::Column>& columns, text::Format format) {
    if (format == text::Format::table)
        columns.push_back({"origin", text::Align::left, text::Layout::below, "from"});
    else
        columns.insert(columns.end(), {{"url"}, {"publisher"}, {"retrieved"}, {"licence"}, {"note"}});
}

void add_origin(std::vector<text::Value>& row, const std::string& sha256, const Origins& origins,
                text::Format format) {
    const auto found = origins.find(sha256);
    const auto origin = found == origins.end() ? FileOrigin{} : found->second;
    if (format == text::Format::table)
        row.push_back(text::value_of(origin_text(origin)));
    else
        for (const auto* said :
             {&origin.url, &origin.publisher, &origin.retrieved, &origin.licence, &origin.note})
            row.push_back(text::value_of(*said));
}

text::Table table_of(const archive::Connection& connection, text::Format format) {
    std::vector<text::Column> columns(
        {{"id", text::Align::right},
         {"municipality"},
         {"code"},
         {"year", text::Align::right},
         {"edition"},
         {"points", text::Align::right},
         {"questions", text::Align::right, text::Layout::beside, "ques-\ntions"},
         {"findings", text::Align::right, text::Layout::beside, "find-\nings"},
         {"inconsistent", text::Align::right, text::Layout::beside, "incon-\nsistent"},
         {"doubtful", text::Align::right, text::Layout::beside, "doubt-\nful"},
         {"file", text::Align::left, text::Layout::below},
         {"parts", text::Align::left, text::Layout::below}});
    add_origin_columns(columns, format);
    columns.push_back({"evaluation", text::Align::left, text::Layout::below});
    text::Table table(std::move(columns));
    const auto origins = archive::list_origins(connection);
    for (const auto& report : enquiry::summarize_reports(connection)) {
        std::vector<text::Value> row{report.id,
                                     text::value_of(report.municipality),
                                     text::value_of(report.municipality_code),
                                     text::value_of(report.year),
                                     report.edition,
                                     figure_value(report.points),
                                     report.questions,
                                     report.findings,
                                     report.inconsistencies,
                                     report.doubtful,
                                     report.file,
                                     text::retold_value(report.parts)};
        add_origin(row, report.sha256, origins, format);
        row.emplace_back(report.key);
        table.add(std::move(row));
    }
    return table;
}

/// Every report, each with the one that is current in its stead and why, and with what it lacks of another.
text::Table table_of_all(const archive::Connection& connection, text::Format format) {
    using text::Align;
    using text::Layout;
    std::vector<text::Column> columns({{"id", Align::right},
                                       {"municipality"},
                                       {"year", Align::right},
                                       {"edition"},
                                       {"points", Align::right},
                                       {"doubtful", Align::right},
                                       {"file", Align::left, Layout::below},
                                       {"sha256"},
                                       {"state"},
                                       {"current", Align::left, Layout::below, "current"},
                                       {"reason", Align::left, Layout::below, "because"},
                                       {"why", Align::left, Layout::below},
                                       {"parts", Align::left, Layout::below},
                                       {"lacks", Align::left, Layout::below}});
    add_origin_columns(columns, format);
    columns.push_back({"evaluation", Align::left, Layout::below});
    text::Table table(std::move(columns));
    const auto origins = archive::list_origins(connection);
    const auto add = [&](std::vector<text::Value> row, const enquiry::ReportIdentity& report) {
        add_origin(row, report.sha256, origins, format);
        row.emplace_back(report.key);
        table.add(std::move(row));
    };
    const auto lacks = enquiry::list_lacks(connection);
    const auto lacking = [&](std::int64_t report) {
        const auto found = lacks.find(report);
        return found == lacks.end() ? text::Value{} : text::retold_value(found->second);
    };
    for (const auto& report : enquiry::summarize_reports(connection))
        add({report.id, text::value_of(report.municipality), text::value_of(report.year), report.edition,
             figure_value(report.points), report.doubtful, report.file, start_of(report.sha256),
             text::told("current"), text::Value{}, text::Value{}, text::Value{},
             text::retold_value(report.parts), lacking(report.id)},
            report);
    for (const auto& report : enquiry::list_former_reports(connection))
        add({report.id, text::value_of(report.municipality), text::value_of(report.year), report.edition,
             figure_value(report.points), report.doubtful, report.file, start_of(report.sha256),
             text::told("former"), report.current_file, text::told(report.reason),
             text::retold_value(report.why), text::retold_value(report.parts), lacking(report.id)},
            report);
    return table;
}

/// One row a trouble, so that every reason is seen.
text::Table table_of_failures(const archive::Connection& connection, text::Format format) {
    std::vector<text::Column> columns({{"file"}, {"code"}, {"page", text::Align::right}, {"reason"}});
    add_origin_columns(columns, format);
    text::Table table(std::move(columns));
    const auto origins = archive::list_origins(connection);
    for (const auto& failure : enquiry::list_failures(connection))
        for (const auto& trouble : failure.troubles) {
            std::vector<text::Value> row{failure.file, trouble.code,
                                         trouble.place ? text::Value{trouble.place->page} : text::Value{},
                                         text::retold_value(trouble.message)};
            add_origin(row, failure.sha256, origins, format);
            table.add(std::move(row));
        }
    return table;
}

ExitCode list(const ListOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    const auto format = text::format_from(options.format);
    const auto failed_table = [&](const archive::Connection& connection) {
        return table_of_failures(connection, format);
    };
    if (options.failed) {
        context.out.write(archive.consult(failed_table).text(format, context.out.terminal().table_width()));
        return ExitCode::all_well;
    }
    if (options.all) {
        const auto all = archive.consult(
            [&](const archive::Connection& connection) { return table_of_all(connection, format); });
        context.out.write(all.text(format, context.out.terminal().table_width()));
        return ExitCode::all_well;
    }
    const auto reports =
        archive.consult([&](const archive::Connection& connection) { return table_of(connection, format); });
    context.out.write(reports.text(format, context.out.terminal().table_width()));
    if (format != text::Format::table) return ExitCode::all_well;

    const auto failures = archive.consult(enquiry::list_failures);
    context.out.print("{}{}\n", reports.empty() ? "" : "\n", text::counted(reports.size(), "report"));
    if (!failures.empty())
        context.out.print("\n{} failed:\n{}", text::counted(failures.size(), "source"),
                          archive.consult(failed_table).text(format, context.out.terminal().table_width()));
    return ExitCode::all_well;
}

} // namespace

Command list_command() {
    const auto options = std::make_shared<ListOptions>();
    return {
        .name = "list",
        .summary = "the reports in the archive",
        .details =
            "One row a report, by municipality (Swedish order) and year; under them, for people, the "
            "sources that could not be taken. `inconsistent` counts what does not add up as published "
            "(see kompass audit), `doubtful` the values a person should check (see kompass show), `parts` "
            "what of a report was found, damaged or missing (see kompass account). The last line of each is "
            "the "
            "lasting key of its evaluation (column evaluation): it names it in every archive and goes "
            "wherever a REPORT is asked for; under it, where that was told (kompass ingest --manifest), "
            "where "
            "the file came from.",
        .example =
            "  kompass list --archive arkiv.db\n  kompass list --archive arkiv.db --failed --format csv",
        .options = {archive_option(options->archive),
                    format_option(options->format),
                    {.names = "--failed",
                     .value = "",
                     .help = "only the sources that could not be taken",
                     .target = &options->failed},
                    {.names = "--all",
                     .value = "",
                     .help = "also the reports that another file of the same evaluation stands in for",
                     .target = &options->all}},
        .run = [options](const Context& context) { return list(*options, context); }};
}

} // namespace kompass::cli
