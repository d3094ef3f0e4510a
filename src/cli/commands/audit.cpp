// kompass audit: what the arithmetic says of the reports in the archive.
#include "cli/commands.h"

#include "archive/reader.h"
#include "cli/editions_note.h"
#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/figure_text.h"
#include "cli/terminal/findings_text.h"
#include "enquiry/checks.h"
#include "enquiry/figures.h"
#include "enquiry/known_figures.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace kompass::cli {
namespace {

constexpr std::array figure_statuses{"repaired", "doubtful", "decided"};
constexpr auto known_kind = "known"; ///< what other publications give, beside what the reports do

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
    names.emplace_back(known_kind);
    return names;
}

bool asks_for(const AuditOptions& options, std::string_view kind) {
    return options.kinds.empty() ||
           std::find(options.kinds.begin(), options.kinds.end(), kind) != options.kinds.end();
}

/// The result of a check, or a figure of which there is something to tell.
struct Entry {
    const enquiry::ReportIdentity* report = nullptr; ///< null: a known figure of which there is no report
    std::string kind, verdict;
    AuditFinding finding;     ///< of a figure: printed is what was read, expected what it is or may be
    std::string layer = {};   ///< of a check: whether it is of printed or of effective figures
    std::string subject = {}; ///< of a known figure: "Köping 2017", for there may be no report
    int year = 0;             ///< of a known figure
    std::string cell = name_of(finding.cell);
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
    entry.cell = name_of(row.cell);
    if (row.page) entry.finding.places.push_back({*row.page, std::nullopt});
    return entry;
}

std::string name_of_known(const enquiry::KnownFigure& known) {
    return known.area == 0 ? "total points" : name_of(total_cell(known.area, CellField::points));
}

/// "It gives 426.5, which is 4.5 more than the report."
std::string explained(const enquiry::KnownFigure& known) {
    if (known.state == "no report")
        return text::tr("The archive has no report of {} {}.", known.municipality, known.year);
    if (known.state == "no figure") return text::tr("The report lacks the figure, as far as it was read.");
    const auto doubt =
        known.points_state == "doubtful" ? text::tr(" What the archive holds is doubtful.") : "";
    if (known.state == "agrees") return text::tr("Both say the same.") + doubt;
    const bool more = *known.points > known.known;
    const auto difference = more ? *known.points - known.known : known.known - *known.points;
    return text::tr("The archive has {} {} than the publication.{}", difference,
                    more ? text::tr("more") : text::tr("less"), doubt);
}

Entry entry_of(const enquiry::ReportIdentity* report, const enquiry::KnownFigure& known) {
    Entry entry{report, known_kind, known.state, {}};
    entry.finding.area = known.area;
    entry.finding.printed = known.points ? known.points->text() : "–";
    entry.finding.expected = fmt::format("{} ({})", known.known, known.publication);
    entry.finding.explanation = explained(known);
    entry.subject = known.municipality;
    entry.year = known.year;
    entry.cell = name_of_known(known);
    return entry;
}

/// Unless they are asked for, only those that a person should look into: not what agrees, nor all of which
/// the archive has nothing.
bool is_told(const AuditOptions& options, const enquiry::KnownFigure& known) {
    if (!asks_for(options, known_kind)) return false;
    return options.all || !options.kinds.empty() || (known.state != "agrees" && known.state != "no report");
}

bool is_of_same(const enquiry::KnownFigure& a, const enquiry::KnownFigure& b) {
    return a.municipality == b.municipality && a.year == b.year && a.month == b.month &&
           a.publication == b.publication;
}

/// Those of the report.
void add_known(const AuditOptions& options, const std::vector<enquiry::KnownFigure>& all,
               const enquiry::ReportIdentity& report, std::vector<Entry>& entries) {
    for (const auto& known : all)
        if (known.report == report.id && is_told(options, known)) entries.push_back(entry_of(&report, known));
}

/// Those of which there is no report; what a publication gives of an evaluation is told once.
void add_unreported(const AuditOptions& options, const std::vector<enquiry::KnownFigure>& all,
                    std::vector<Entry>& entries) {
    const enquiry::KnownFigure* before = nullptr;
    for (const auto& known : all) {
        if (known.report || !is_told(options, known)) continue;
        if (before == nullptr || !is_of_same(*before, known)) entries.push_back(entry_of(nullptr, known));
        before = &known;
    }
}

/// Checks are of what is in effect, to which a former report may have given parts.
[[noreturn]] void refuse_former(const archive::Archive& archive, const enquiry::ReportIdentity& former) {
    const auto reports = archive.consult(enquiry::list_reports);
    const auto current = std::find_if(reports.begin(), reports.end(),
                                      [&](const auto& report) { return report.key == former.key; });
    const auto file = current == reports.end() ? text::tr("another file") : current->file;
    throw std::runtime_error(text::tr("{} is a former report: {} stands in for it; audit {} for what does "
                                      "not add up of that evaluation",
                                      former.file, file, former.key));
}

std::vector<enquiry::ReportIdentity> chosen_reports(const AuditOptions& options,
                                                    const archive::Archive& archive) {
    auto reports = archive.consult(enquiry::list_reports);
    if (!options.report.empty()) {
        const auto asked = find_report(archive, options.report);
        if (asked.is_former) refuse_former(archive, asked);
        std::erase_if(reports, [&](const auto& report) { return report.id != asked.id; });
    }
    if (!options.edition.empty())
        std::erase_if(reports, [&](const auto& report) { return report.edition != options.edition; });
    return reports;
}

/// What the options ask for.
Listing listing(const AuditOptions& options, const archive::Archive& archive) {
    Listing listing{chosen_reports(options, archive), {}};
    archive.consult([&](const archive::Connection& connection) {
        const auto known = enquiry::list_known_figures(connection);
        for (const auto& report : listing.reports) {
            for (auto& check : enquiry::list_checks(connection, report.id, options.all))
                listing.entries.push_back(entry_of(report, std::move(check)));
            for (const auto& row : enquiry::notable_figures(connection, report))
                if (row.status != "inconsistent") listing.entries.push_back(entry_of(report, row));
            add_known(options, known, report, listing.entries);
        }
        if (options.report.empty() && options.edition.empty())
            add_unreported(options, known, listing.entries);
    });
    std::erase_if(listing.entries, [&](const Entry& entry) { return !asks_for(options, entry.kind); });
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
                       {text::tr("printed")},
                       {"expected"},
                       {"page", text::Align::right},
                       {"explanation"},
                       {"layer"}});
    for (const auto& entry : entries) {
        const auto* report = entry.report;
        const auto& finding = entry.finding;
        table.add({report == nullptr ? text::Value{} : text::Value{report->id},
                   text::value_of(report == nullptr ? entry.subject : report->municipality),
                   report == nullptr ? text::Value{entry.year} : text::value_of(report->year),
                   text::value_of(report == nullptr ? "" : report->file),
                   finding.area == 0 ? text::Value{} : text::Value{finding.area}, entry.cell, entry.kind,
                   entry.verdict, finding.printed, finding.expected,
                   finding.places.empty() ? text::Value{} : text::Value{finding.places.front().page},
                   finding.explanation, text::value_of(entry.layer)});
    }
    return table;
}

bool is_of_figure(const Entry& entry) {
    return std::find(figure_statuses.begin(), figure_statuses.end(), entry.kind) != figure_statuses.end();
}

/// "Köping 2017 (koping-2017.pdf)"
std::string title_of(const Entry& entry) {
    const auto* report = entry.report;
    if (report == nullptr) return text::tr("{} {} (no report)", entry.subject, entry.year);
    const auto year = report->year ? fmt::format(" {}", *report->year) : "";
    return fmt::format("{}{} ({})", report->municipality, year, report->file);
}

std::string known_text(const Entry& entry, const Terminal& terminal) {
    const auto colour = entry.verdict == "differs" ? Colour::yellow : Colour::plain;
    const auto width = static_cast<std::size_t>(terminal.width);
    std::string text;
    for (const auto& line :
         text::wrapped(text::tr("{} [known, {}]: in effect {}, elsewhere {}", entry.cell,
                                text::tr(entry.verdict), entry.finding.printed, entry.finding.expected),
                       width - 2))
        text += "  " + coloured(line, colour, terminal) + '\n';
    for (const auto& line : text::wrapped(entry.finding.explanation, width - 4))
        text += "    " + line + '\n';
    return text;
}

/// The entries in words, report by report.
std::string text_of(const std::vector<Entry>& entries, const Terminal& terminal) {
    std::string text;
    std::string title;
    for (const auto& entry : entries) {
        if (auto next = title_of(entry); next != title) {
            text += title.empty() ? "" : "\n";
            title = std::move(next);
            const auto lines = text::wrapped(title, static_cast<std::size_t>(terminal.width));
            text += coloured(text::joined(lines, "\n"), Colour::bold, terminal) + '\n';
        }
        if (entry.kind == known_kind) {
            text += known_text(entry, terminal);
            continue;
        }
        if (is_of_figure(entry)) {
            text += figure_text(entry.finding, entry.kind, terminal);
            continue;
        }
        auto finding = entry.finding;
        if (entry.layer == settled) finding.explanation += text::tr(" A decision settled it.");
        text += finding_text(finding, terminal,
                             entry.layer == by_decision ? text::tr("in effect") : text::tr("printed"));
    }
    return text;
}

/// "; known elsewhere: 3 agree, 1 differs, 2 without a figure, 4 without a report"
std::string counts_of_known(const std::vector<Entry>& entries) {
    const auto count = [&](std::string_view verdict) {
        return std::count_if(entries.begin(), entries.end(), [&](const Entry& entry) {
            return entry.kind == known_kind && entry.verdict == verdict;
        });
    };
    std::vector<std::string> parts;
    for (const auto& [verdict, one, many] :
         {std::array{"agrees", text::message("agrees"), text::message("agree")},
          std::array{"differs", text::message("differs"), text::message("differ")},
          std::array{"no figure", text::message("without a figure"), "without a figure"},
          std::array{"no report", text::message("without a report"), "without a report"}})
        if (const auto number = count(verdict); number > 0)
            parts.push_back(fmt::format("{} {}", number, text::tr(number == 1 ? one : many)));
    return parts.empty() ? "" : text::tr("; known elsewhere: ") + text::joined(parts, ", ");
}

/// "2 inconsistencies, 1 repaired, 3 doubtful"
std::string counts_of(const std::vector<Entry>& entries, bool all) {
    const auto count = [&](std::string_view verdict) {
        return static_cast<std::size_t>(std::count_if(
            entries.begin(), entries.end(), [&](const Entry& entry) { return entry.verdict == verdict; }));
    };
    auto text = all ? text::tr("{} inconsistent, {} explained by rounding, {} exact", count("inconsistent"),
                               count("rounding"), count("exact"))
                    : text::counted(count("inconsistent"), "inconsistency");
    const auto settled_ones = std::count_if(entries.begin(), entries.end(), [](const Entry& entry) {
        return entry.layer == settled && entry.verdict == "inconsistent";
    });
    if (settled_ones > 0) text += text::tr_many(settled_ones, " ({} settled by a decision)", settled_ones);
    if (const auto figures = count("repaired"); figures > 0)
        text += text::tr_many(figures, ", {} repaired", figures);
    if (const auto figures = count("doubtful"); figures > 0)
        text += text::tr_many(figures, ", {} doubtful", figures);
    if (const auto figures = count("decided"); figures > 0)
        text += text::tr_many(figures, ", {} decided", figures);
    return text + counts_of_known(entries) + '\n';
}

text::Table summary_of(const std::vector<enquiry::FigureCounts>& counts) {
    using text::Layout, text::Align;
    text::Table table({{"edition", Align::left, Layout::beside, "edi-\ntion"},
                       {"year", Align::right},
                       {"reports", Align::right, Layout::beside, "re-\nports"},
                       {"figures", Align::right, Layout::beside, "fig-\nures"},
                       {"checks", Align::right},
                       {"exact", Align::right},
                       {"rounding", Align::right, Layout::beside, "round-\ning"},
                       {"inconsistent", Align::right, Layout::beside, "incon-\nsistent"},
                       {"repaired", Align::right, Layout::beside, "re-\npaired"},
                       {"doubtful", Align::right, Layout::beside, "doubt-\nful"},
                       {"decided", Align::right, Layout::beside, "de-\ncided"}});
    enquiry::FigureCounts sum;
    const auto add = [&](const text::Value& name, const enquiry::FigureCounts& row) {
        table.add({name, text::value_of(row.year), row.reports, row.figures, row.checks, row.exact,
                   row.rounding, row.inconsistent, row.repaired, row.doubtful, row.decided});
    };
    for (const auto& row : counts) {
        add(text::value_of(row.edition), row);
        sum += row;
    }
    add(text::told("all"), sum);
    return table;
}

ExitCode audit_archive(const AuditOptions& options, const Context& context) {
    if (options.summary && !options.kinds.empty()) {
        context.talk.error(text::tr("--summary counts every kind; leave out --kind, or --summary"));
        return ExitCode::usage;
    }
    const auto archive = open_to_read(options.archive, context);
    const auto format = text::format_from(options.format);
    archive.consult(
        [&](const archive::Connection& connection) { require_edition_in_use(connection, options.edition); });
    if (options.summary) {
        const auto reports = chosen_reports(options, archive);
        const auto counts = archive.consult([&](const archive::Connection& connection) {
            return enquiry::count_by_edition_and_year(connection, reports);
        });
        context.out.write(summary_of(counts).text(format, context.out.terminal().table_width()));
        return ExitCode::all_well;
    }
    const auto [reports, entries] = listing(options, archive);
    if (format != text::Format::table) {
        context.out.write(table_of(entries).text(format, context.out.terminal().table_width()));
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
    return {
        .name = "audit",
        .summary = "what does not add up, was repaired or is doubtful",
        .details =
            "Prints what the reports' own figures contradict (rows, sums, maxima, points boxes, "
            "history), and the figures that were misread and repaired, are doubtful or were "
            "decided by a person, each with its reason. What the rounding of printed figures "
            "explains is shown only with --all. What other publications give (kompass known import) "
            "is of kind known: agrees, differs, no figure (the report lacks it) or no report; without "
            "--kind or --all only what differs or is lacking. Finding something is no failure (exit code 0).",
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
                     .help =
                         "how many figures and checks there are of what kind, by edition and year; counts "
                         "what --all tells",
                     .target = &options->summary},
                    {.names = "REPORT",
                     .value = "...",
                     .help = "only this report, named as for kompass show",
                     .target = &options->report}},
        .run = [options](const Context& context) { return audit_archive(*options, context); }};
}

} // namespace kompass::cli
