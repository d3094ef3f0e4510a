// kompass audit: what the arithmetic says of the reports in the archive.
#include "cli/commands.h"

#include "archive/reader.h"
#include "cli/editions_note.h"
#include "cli/find_report.h"
#include "cli/shared_options.h"
#include "cli/terminal/figure_text.h"
#include "cli/terminal/findings_text.h"
#include "enquiry/checks.h"
#include "enquiry/figures.h"
#include "text/fitting.h"
#include "text/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace kompass::cli {
namespace {

constexpr std::array figure_statuses{"repaired", "doubtful", "decided"};

struct AuditOptions {
    std::string archive;
    std::string format = "table";
    std::string edition;
    std::vector<std::string> kinds;
    std::vector<std::string> report;
    bool all = false;
    bool summary = false;
};

std::vector<std::string> kind_names() {
    std::vector<std::string> names;
    for (const auto kind : {CheckKind::row, CheckKind::sum, CheckKind::maxima, CheckKind::hundred,
                            CheckKind::box, CheckKind::history_sum, CheckKind::history_year})
        names.emplace_back(name_of(kind));
    names.insert(names.end(), figure_statuses.begin(), figure_statuses.end());
    return names;
}

/// The result of a check, or a figure of which there is something to tell.
struct Entry {
    const enquiry::ReportIdentity* report = nullptr;
    std::string kind, verdict;
    AuditFinding finding;   ///< of a figure: printed is what was read, expected what it is or may be
    std::string layer = {}; ///< of a check: whether it is of printed or of effective figures
};

/// What there is to tell, report by report, checks before figures.
struct Listing {
    std::vector<enquiry::ReportIdentity> reports;
    std::vector<Entry> entries; ///< of these reports
};

constexpr auto settled = "published";     ///< the layer of what a decision settled
constexpr auto by_decision = "effective"; ///< and of what one brought about

Entry entry_of(const enquiry::ReportIdentity& report, enquiry::LayeredCheck check) {
    auto& finding = check.finding;
    return {&report, name_of(finding.kind), name_of(finding.verdict), std::move(finding), check.layer()};
}

Entry entry_of(const enquiry::ReportIdentity& report, const enquiry::FigureRow& row) {
    Entry entry{&report, row.status, row.status, {}, {}};
    entry.finding.area = row.area;
    entry.finding.cell = row.cell;
    entry.finding.printed = row.read.empty() ? "–" : row.read;
    entry.finding.expected = figure_outcome(row);
    entry.finding.explanation = figure_story(row);
    if (row.page) entry.finding.places.push_back({*row.page, std::nullopt});
    return entry;
}

std::vector<enquiry::ReportIdentity> chosen_reports(const AuditOptions& options,
                                                    const archive::Archive& archive) {
    auto reports = archive.consult(enquiry::list_reports);
    if (!options.report.empty()) {
        const auto asked = find_report(archive, options.report).id;
        std::erase_if(reports, [&](const auto& report) { return report.id != asked; });
    }
    if (!options.edition.empty())
        std::erase_if(reports, [&](const auto& report) { return report.edition != options.edition; });
    return reports;
}

/// What the options ask for.
Listing listing(const AuditOptions& options, const archive::Archive& archive) {
    Listing listing{chosen_reports(options, archive), {}};
    archive.consult([&](const archive::Connection& connection) {
        for (const auto& report : listing.reports) {
            for (auto& check : enquiry::list_checks(connection, report.id, options.all))
                listing.entries.push_back(entry_of(report, std::move(check)));
            for (const auto& row : enquiry::notable_figures(connection, report))
                if (row.status != "inconsistent") listing.entries.push_back(entry_of(report, row));
        }
    });
    if (!options.kinds.empty())
        std::erase_if(listing.entries, [&](const Entry& entry) {
            return std::find(options.kinds.begin(), options.kinds.end(), entry.kind) == options.kinds.end();
        });
    return listing;
}

text::Table table_of(const std::vector<Entry>& entries) {
    text::Table table({{"report", text::Align::right},
                       {"municipality"},
                       {"year", text::Align::right},
                       {"file"},
                       {"area", text::Align::right},
                       {"cell"},
                       {"kind"},
                       {"verdict"},
                       {"printed"},
                       {"expected"},
                       {"page", text::Align::right},
                       {"explanation"},
                       {"layer"}});
    for (const auto& [report, kind, verdict, finding, layer] : entries)
        table.add({report->id, text::value_of(report->municipality), text::value_of(report->year),
                   report->file, finding.area == 0 ? text::Value{} : text::Value{finding.area},
                   name_of(finding.cell), kind, verdict, finding.printed, finding.expected,
                   finding.places.empty() ? text::Value{} : text::Value{finding.places.front().page},
                   finding.explanation, text::value_of(layer)});
    return table;
}

bool is_of_figure(const Entry& entry) {
    return std::find(figure_statuses.begin(), figure_statuses.end(), entry.kind) != figure_statuses.end();
}

/// The entries in words, report by report.
std::string text_of(const std::vector<Entry>& entries, const Terminal& terminal) {
    std::string text;
    const enquiry::ReportIdentity* report = nullptr;
    for (const auto& entry : entries) {
        if (entry.report != report) {
            text += report == nullptr ? "" : "\n";
            report = entry.report;
            const auto year = report->year ? fmt::format(" {}", *report->year) : "";
            const auto title = fmt::format("{}{} ({})", report->municipality, year, report->file);
            const auto lines = text::wrapped(title, static_cast<std::size_t>(terminal.width));
            text += coloured(text::joined(lines, "\n"), Colour::bold, terminal) + '\n';
        }
        if (is_of_figure(entry)) {
            text += figure_text(entry.finding, entry.kind, terminal);
            continue;
        }
        auto finding = entry.finding;
        if (entry.layer == settled) finding.explanation += " A decision settled it.";
        text += finding_text(finding, terminal, entry.layer == by_decision ? "in effect" : "printed");
    }
    return text;
}

/// "2 inconsistencies, 1 repaired, 3 doubtful"
std::string counts_of(const std::vector<Entry>& entries, bool all) {
    const auto count = [&](std::string_view verdict) {
        return static_cast<std::size_t>(std::count_if(
            entries.begin(), entries.end(), [&](const Entry& entry) { return entry.verdict == verdict; }));
    };
    auto text = all ? fmt::format("{} inconsistent, {} explained by rounding, {} exact",
                                  count("inconsistent"), count("rounding"), count("exact"))
                    : text::counted(count("inconsistent"), "inconsistency");
    const auto settled_ones = std::count_if(entries.begin(), entries.end(), [](const Entry& entry) {
        return entry.layer == settled && entry.verdict == "inconsistent";
    });
    if (settled_ones > 0) text += fmt::format(" ({} settled by a decision)", settled_ones);
    for (const auto* status : figure_statuses)
        if (const auto figures = count(status); figures > 0) text += fmt::format(", {} {}", figures, status);
    return text + '\n';
}

text::Table summary_of(const std::vector<enquiry::FigureCounts>& counts, const std::string& edition) {
    text::Table table({{"edition"},
                       {"year", text::Align::right},
                       {"reports", text::Align::right},
                       {"figures", text::Align::right},
                       {"checks", text::Align::right},
                       {"exact", text::Align::right},
                       {"rounding", text::Align::right},
                       {"inconsistent", text::Align::right},
                       {"repaired", text::Align::right},
                       {"doubtful", text::Align::right},
                       {"decided", text::Align::right}});
    enquiry::FigureCounts sum;
    const auto add = [&](const text::Value& name, const enquiry::FigureCounts& row) {
        table.add({name, text::value_of(row.year), row.reports, row.figures, row.checks, row.exact,
                   row.rounding, row.inconsistent, row.repaired, row.doubtful, row.decided});
    };
    for (const auto& row : counts) {
        if (!edition.empty() && row.edition != edition) continue;
        add(text::value_of(row.edition), row);
        sum += row;
    }
    add(std::string("all"), sum);
    return table;
}

ExitCode audit_archive(const AuditOptions& options, const Context& context) {
    const auto archive = archive::Archive::open(options.archive);
    const auto format = text::format_from(options.format);
    archive.consult(
        [&](const archive::Connection& connection) { require_edition_in_use(connection, options.edition); });
    if (options.summary) {
        context.out.write(
            summary_of(archive.consult(enquiry::count_by_edition_and_year), options.edition).text(format));
        return ExitCode::all_well;
    }
    const auto [reports, entries] = listing(options, archive);
    if (format != text::Format::table) {
        context.out.write(table_of(entries).text(format));
        return ExitCode::all_well;
    }
    context.out.write(text_of(entries, context.out.terminal()));
    if (!entries.empty()) context.out.write("\n");
    context.out.write(counts_of(entries, options.all));
    return ExitCode::all_well;
}

} // namespace

Command audit_command() {
    const auto options = std::make_shared<AuditOptions>();
    return {.name = "audit",
            .summary = "what does not add up, was repaired or is doubtful",
            .details = "Prints what the reports' own figures contradict (rows, sums, maxima, points boxes, "
                       "history), and the figures that were misread and repaired, are doubtful or were "
                       "decided by a person, each with its reason. What the rounding of printed figures "
                       "explains is shown only with --all. Finding something is no failure (exit code 0).",
            .example = "  kompass audit --archive arkiv.db\n"
                       "  kompass audit --archive arkiv.db Avesta --all --kind sum --format csv\n"
                       "  kompass audit --archive arkiv.db --summary",
            .options = {archive_option(options->archive),
                        format_option(options->format),
                        {.names = "--all",
                         .value = "",
                         .help = "also what is exact or explained by rounding",
                         .target = &options->all},
                        {.names = "--kind",
                         .value = "KIND",
                         .help = "only this kind of check or figure; may be repeated",
                         .target = &options->kinds,
                         .choices = kind_names()},
                        {.names = "--edition",
                         .value = "YEAR",
                         .help = "only reports scored with this edition",
                         .target = &options->edition},
                        {.names = "--summary",
                         .value = "",
                         .help = "how many figures and checks there are of what kind, by edition and year",
                         .target = &options->summary},
                        {.names = "REPORT",
                         .value = "...",
                         .help = "only this report, named as for kompass show",
                         .target = &options->report}},
            .run = [options](const Context& context) { return audit_archive(*options, context); }};
}

} // namespace kompass::cli
