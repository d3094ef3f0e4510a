// kompass audit: what the arithmetic says of the reports in the archive.
#include "cli/commands.h"

#include "cli/find_report.h"
#include "cli/findings_text.h"
#include "cli/shared_options.h"
#include "cli/table.h"
#include "cli/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kompass::cli {
namespace {

struct AuditOptions {
    std::string archive;
    std::string format = "table";
    std::vector<std::string> kinds;
    std::vector<std::string> report;
    bool all = false;
};

std::vector<std::string> kind_names() {
    std::vector<std::string> names;
    for (const auto kind : {CheckKind::row, CheckKind::sum, CheckKind::maxima, CheckKind::hundred,
                            CheckKind::box, CheckKind::history_sum, CheckKind::history_year})
        names.emplace_back(name_of(kind));
    return names;
}

/// What the options ask for, in the archive's order.
std::vector<archive::AuditRow> chosen_rows(const AuditOptions& options, const archive::Archive& archive) {
    auto rows = archive.audit_findings(options.all ? std::nullopt : std::optional{Verdict::inconsistent});
    if (!options.report.empty()) {
        const auto report = find_report(archive, options.report).id;
        std::erase_if(rows, [&](const archive::AuditRow& row) { return row.report.id != report; });
    }
    if (!options.kinds.empty())
        std::erase_if(rows, [&](const archive::AuditRow& row) {
            return std::find(options.kinds.begin(), options.kinds.end(), name_of(row.finding.kind)) ==
                   options.kinds.end();
        });
    return rows;
}

Table table_of(const std::vector<archive::AuditRow>& rows) {
    Table table({{"report", Align::right},
                 {"municipality"},
                 {"year", Align::right},
                 {"file"},
                 {"area", Align::right},
                 {"cell"},
                 {"kind"},
                 {"verdict"},
                 {"printed"},
                 {"expected"},
                 {"page", Align::right},
                 {"explanation"}});
    for (const auto& [report, finding] : rows)
        table.add({report.id, value_of(report.municipality), value_of(report.year), report.file,
                   finding.area == 0 ? Value{} : Value{finding.area}, finding.cell, name_of(finding.kind),
                   name_of(finding.verdict), finding.printed, finding.expected,
                   finding.places.empty() ? Value{} : Value{finding.places.front().page},
                   finding.explanation});
    return table;
}

/// The rows in words, report by report.
std::string text_of(const std::vector<archive::AuditRow>& rows, const Terminal& terminal) {
    std::string text;
    std::int64_t report = 0;
    for (const auto& row : rows) {
        if (row.report.id != report) {
            const auto year = row.report.year ? fmt::format(" {}", *row.report.year) : "";
            const auto title = fmt::format("{}{} ({})", row.report.municipality, year, row.report.file);
            text += (report == 0 ? "" : "\n") + coloured(title, Colour::bold, terminal) + '\n';
            report = row.report.id;
        }
        text += finding_text(row.finding, terminal);
    }
    return text;
}

std::string counts_of(const std::vector<archive::AuditRow>& rows) {
    std::array<std::size_t, 3> counts{};
    for (const auto& row : rows)
        ++counts.at(static_cast<std::size_t>(row.finding.verdict));
    const auto [exact, rounding, inconsistent] = counts;
    return fmt::format("{} inconsistent, {} explained by rounding, {} exact\n", inconsistent, rounding,
                       exact);
}

ExitCode audit_archive(const AuditOptions& options, const Context& context) {
    const auto archive = archive::Archive::open(options.archive, archive::Access::read);
    const auto rows = chosen_rows(options, archive);
    const auto format = format_from(options.format);
    if (format != Format::table) {
        context.out.write(table_of(rows).text(format));
        return ExitCode::all_well;
    }
    context.out.write(text_of(rows, context.out.terminal()));
    if (!rows.empty()) context.out.write("\n");
    context.out.write(options.all ? counts_of(rows) : counted(rows.size(), "inconsistency") + "\n");
    return ExitCode::all_well;
}

} // namespace

Command audit_command() {
    const auto options = std::make_shared<AuditOptions>();
    return {.name = "audit",
            .summary = "what does not add up in the reports",
            .details =
                "Prints what the reports' own figures contradict: rows, sums, maxima, points boxes, history. "
                "What the\n"
                "rounding of printed figures explains is shown only with --all. Nothing is ever changed: an\n"
                "inconsistency stands as it was published, and finding one is no failure (exit code 0).",
            .example = "  kompass audit --archive arkiv.db\n"
                       "  kompass audit --archive arkiv.db Avesta --all --kind sum --format csv",
            .options = {archive_option(options->archive),
                        format_option(options->format),
                        {.names = "--all",
                         .value = "",
                         .help = "also what is exact or explained by rounding",
                         .target = &options->all},
                        {.names = "--kind",
                         .value = "KIND",
                         .help = "only this kind of check; may be repeated",
                         .target = &options->kinds,
                         .choices = kind_names()},
                        {.names = "REPORT",
                         .value = "...",
                         .help = "only this report, named as for kompass show",
                         .target = &options->report}},
            .run = [options](const Context& context) { return audit_archive(*options, context); }};
}

} // namespace kompass::cli
