// kompass show: one report in full.
#include "cli/commands.h"

#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/figures.h"
#include "cli/terminal/report_page.h"
#include "enquiry/cell_states.h"
#include "enquiry/figures.h"
#include "enquiry/former_reports.h"
#include "model/record_json.h"
#include "text/language.h"
#include "text/retelling.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <memory>
#include <set>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct ShowOptions {
    std::string archive;
    std::string format = "text";
    std::vector<std::string> report, chapters;
};

/// The chapters asked for, by number, by what is in their heads, or all of them: indices, in order.
std::vector<std::size_t> chosen(const Record& record, const std::vector<std::string>& asked) {
    std::set<std::size_t> found;
    for (const auto& which : asked) {
        const auto before = found.size();
        const auto wanted = unicode::lower(which);
        for (std::size_t i = 0; i < record.chapters.size(); ++i)
            if (which == "all" || which == std::to_string(i + 1) ||
                (which.find_first_not_of("0123456789") != std::string::npos &&
                 unicode::lower(record.chapters[i].heading).find(wanted) != std::string::npos))
                found.insert(i);
        if (found.size() == before)
            throw std::runtime_error(
                text::tr("the report has no chapter '{}' beside its areas: {}", which,
                         record.chapters.empty()
                             ? text::tr("it has none, or was taken before they were kept (kompass reextract)")
                             : text::tr("kompass show REPORT lists those it has")));
    }
    return {found.begin(), found.end()};
}

/// What stands in for this report, or for what it stands in.
void tell_successions(const std::vector<enquiry::Succession>& successions, Output& out) {
    if (!successions.empty()) out.write(text::tr("\nOther files of this evaluation\n"));
    for (const auto& succession : successions) {
        out.write("  ");
        out.write_paragraph(fmt::format("{}: {} ({})", succession.other_file,
                                        succession.current ? text::tr("former") : text::tr("current"),
                                        text::retold(succession.why)),
                            "    ");
    }
}

/// Of the preferred document what is in effect of its evaluation, of another what that says itself.
std::string page_of(const archive::Archive& archive, const enquiry::ReportIdentity& report,
                    const Record& record, const Terminal& terminal) {
    if (report.is_former) {
        const auto effective = archive::effective(record);
        return report_page(effective, enquiry::cell_states(effective), report, terminal);
    }
    const auto states = archive.consult(
        [&](const archive::Connection& connection) { return enquiry::cell_states(connection, report.id); });
    return report_page(archive.effective(report.id), states, report, terminal);
}

/// One row a figure.
text::Table figures_of(const archive::Archive& archive, const enquiry::ReportIdentity& report,
                       text::Format format) {
    if (report.is_former)
        throw std::runtime_error(text::tr("another file stands in for {}: show {} for the figures, or this "
                                          "file with --format text or json",
                                          report.file, report.key));
    const bool for_people = format == text::Format::table;
    std::vector<text::Column> columns{{"cell"},       {"value", text::Align::right},
                                      {"state"},      {"read", text::Align::right},
                                      {"candidates"}, {"page", text::Align::right},
                                      {"by"},         {"why", text::Align::left, text::Layout::below}};
    if (!for_people) columns.insert(columns.end(), {{"document"}, {"evaluation"}});
    text::Table table(std::move(columns));
    archive.consult([&](const archive::Connection& connection) {
        const auto states = enquiry::cell_states(connection, report.id);
        for (const auto& row : enquiry::all_figures(connection, report)) {
            std::vector<text::Value> values{name_of(row.cell),
                                            figure_value(row.effective),
                                            state_value(states.of(row.cell)),
                                            text::value_of(row.read),
                                            text::value_of(row.candidates),
                                            row.page ? text::Value{*row.page} : text::Value{},
                                            text::value_of(row.author),
                                            text::retold_value(row.why)};
            if (!for_people) values.insert(values.end(), {row.document, report.key});
            table.add(std::move(values));
        }
    });
    return table;
}

ExitCode show(const ShowOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    const auto report = find_report(archive, options.report);
    const auto record = archive.record(report.id);
    if (!options.chapters.empty()) {
        if (options.format != "text")
            throw std::invalid_argument(text::tr(
                "--chapter prints text; the record has the chapters in JSON: leave one of the two out"));
        const auto shown = report.is_former ? record : archive.effective(report.id).record;
        context.out.write(chapters_page(shown, chosen(shown, options.chapters), context.out.terminal()));
        return ExitCode::all_well;
    }
    if (options.format == "json") {
        context.out.write(to_json(record, report.key) + "\n");
        return ExitCode::all_well;
    }
    if (options.format != "text") {
        const auto format = text::format_from(options.format);
        context.out.write(
            figures_of(archive, report, format).text(format, context.out.terminal().table_width()));
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
                   "same in every archive. – is not stated. A sign behind a figure or text "
                   "says that it is not simply sound; a note explains those used.",
        .example = "  kompass show --archive arkiv.db Avesta 2014",
        .options =
            {archive_option(options->archive),
             {.names = "--format",
              .value = "FORMAT",
              .help =
                  "text for people (the default); table or csv: its figures, each with its state; json: the "
                  "record as kompass extract prints it, with the evaluation's key",
              .target = &options->format,
              .choices = {"text", "table", "csv", "json"}},
             {.names = "--chapter",
              .value = "WHICH",
              .help = "instead: what a chapter outside the eight areas says, by its number, by words of its "
                      "head, or all; may be repeated",
              .target = &options->chapters},
             {.names = "REPORT",
              .value = "...",
              .help = "which report",
              .target = &options->report,
              .required = true}},
        .run = [options](const Context& context) { return show(*options, context); }};
}

} // namespace kompass::cli
