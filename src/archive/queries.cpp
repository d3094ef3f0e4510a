#include "archive/queries.h"

#include "archive/reader.h"
#include "archive/succession.h"
#include "text/unicode.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

namespace kompass::archive {

namespace {

constexpr auto summaries = R"sql(
SELECT r.id, r.municipality, r.municipality_code, c.name, r.year, r.edition, s.file, s.sha256,
       (SELECT CASE WHEN count(points) = 8 THEN sum(points) END FROM area_totals WHERE report = r.id),
       (SELECT count(*) FROM question_score q JOIN area_score a ON a.id = q.area_score_id WHERE report_id = r.id),
       (SELECT count(*) FROM finding f JOIN area_score a ON a.id = f.area_score_id WHERE report_id = r.id),
       (SELECT count(*) FROM audit_finding WHERE report_id = r.id AND verdict = 'inconsistent'),
       (SELECT count(*) FROM figures f WHERE f.report = r.id AND f.status = 'doubtful') +
       (SELECT count(*) FROM doubt d JOIN entry e ON e.id = d.entry_id
        WHERE e.source_id = s.id AND e.kind IN ('report', 'area') AND d.field <> 'box_points'
        AND NOT EXISTS (SELECT 1 FROM correction k WHERE k.sha256 = s.sha256 AND k.cell = d.field))
FROM report_in_force r
JOIN source s ON s.id = r.source_id
LEFT JOIN municipality m ON m.code = r.municipality_code
LEFT JOIN county c ON c.code = m.county_code
)sql";

ReportSummary summary_of(const Row& row) {
    ReportSummary summary;
    summary.id = row.id(0);
    summary.municipality = row.text(1);
    summary.municipality_code = row.text(2);
    summary.county = row.text(3);
    summary.year = row.optional_integer(4);
    summary.edition = row.text(5);
    summary.file = row.text(6);
    summary.sha256 = row.text(7);
    summary.points = row.optional_integer(8);
    summary.questions = row.integer(9);
    summary.findings = row.integer(10);
    summary.inconsistencies = row.integer(11);
    summary.doubtful = row.integer(12);
    return summary;
}

bool stands_before(const ReportSummary& a, const ReportSummary& b) {
    const int names = unicode::compare_swedish(a.municipality, b.municipality);
    const auto rest = [](const ReportSummary& report) {
        return std::tuple(!report.year.has_value(), report.year, report.id);
    };
    if (a.municipality.empty() != b.municipality.empty()) return b.municipality.empty();
    return names != 0 ? names < 0 : rest(a) < rest(b);
}

bool is_all_of(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

constexpr std::string_view digits = "0123456789";

bool names_id(const ReportSummary& report, std::string_view reference) {
    return reference == std::to_string(report.id);
}

bool names_hash(const ReportSummary& report, std::string_view reference) {
    const auto start = unicode::lower(reference);
    return start.size() >= 6 && is_all_of(start, "0123456789abcdef") && report.sha256.starts_with(start);
}

/// With or without folder and ending.
bool names_file(const ReportSummary& report, std::string_view reference) {
    const auto base = std::filesystem::path(reference).filename();
    return base == report.file || base == std::filesystem::path(report.file).stem();
}

/// "Köping" or "Köping 2017"; `spelling` makes names comparable.
bool names_municipality(const ReportSummary& report, std::string_view reference,
                        std::string (*spelling)(std::string_view)) {
    if (report.municipality.empty()) return false;
    const auto name = spelling(report.municipality);
    if (spelling(reference) == name) return true;
    const auto blank = reference.find_last_of(' ');
    if (blank == std::string_view::npos || !report.year) return false;
    const auto year = reference.substr(blank + 1);
    return is_all_of(year, digits) && year == std::to_string(*report.year) &&
           spelling(reference.substr(0, reference.find_last_not_of(' ', blank) + 1)) == name;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Those whose spelling fits exactly, else those that fit without diacritics.
std::vector<ReportSummary> find_among(const std::vector<ReportSummary>& all, std::string_view asked) {
    const auto those = [&](const std::function<bool(const ReportSummary&)>& named) {
        std::vector<ReportSummary> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found), named);
        return found;
    };
    auto exact = those([&](const ReportSummary& report) {
        return names_id(report, asked) || names_hash(report, asked) || names_file(report, asked) ||
               names_municipality(report, asked, unicode::lower);
    });
    if (!exact.empty()) return exact;
    return those(
        [&](const ReportSummary& report) { return names_municipality(report, asked, unicode::folded); });
}

/// As much of them as a reference may name.
std::vector<ReportSummary> former_summaries(const Connection& connection) {
    std::vector<ReportSummary> summaries;
    for (const auto& former : list_former_reports(connection)) {
        auto& summary = summaries.emplace_back();
        summary.id = former.id;
        summary.municipality = former.record.municipality;
        summary.year = former.record.year;
        summary.file = former.record.file;
        summary.sha256 = former.record.sha256;
    }
    return summaries;
}

} // namespace

std::vector<ReportSummary> list_reports(const Connection& connection) {
    std::vector<ReportSummary> reports;
    connection.each(summaries, {}, [&](const Row& row) { reports.push_back(summary_of(row)); });
    std::sort(reports.begin(), reports.end(), stands_before);
    return reports;
}

std::vector<FailedSource> list_failures(const Connection& connection) {
    std::vector<FailedSource> failures;
    connection.each("SELECT id, file, sha256 FROM source WHERE status = 'failed' ORDER BY id", {},
                    [&](const Row& row) {
                        failures.push_back({row.text(1), row.text(2), read_troubles(connection, row.id(0))});
                    });
    return failures;
}

std::vector<ReportSummary> find_reports(const Connection& connection, std::string_view reference) {
    const auto asked = trimmed(reference);
    auto found = find_among(list_reports(connection), asked);
    return found.empty() ? find_among(former_summaries(connection), asked) : found;
}

std::vector<AuditRow> list_audit_findings(const Connection& connection, std::optional<Verdict> verdict) {
    std::vector<AuditRow> rows;
    for (const auto& report : list_reports(connection))
        for (auto& finding : read_audit_findings(connection, report.id, verdict))
            rows.push_back({report, std::move(finding)});
    return rows;
}

std::vector<FigureRow> list_notable_figures(const Connection& connection) {
    std::vector<FigureRow> rows;
    for (const auto& report : list_reports(connection))
        connection.each(
            "SELECT area, f.cell, read, f.value, f.corrected, status, candidates, coalesce(k.why, f.why), "
            "k.author, (SELECT page FROM place WHERE entry_id = f.entry ORDER BY position LIMIT 1) "
            "FROM figures f LEFT JOIN correction_in_force k ON k.sha256 = ?2 AND k.cell = f.cell "
            "WHERE report = ?1 AND status <> 'consistent'",
            {report.id, report.sha256}, [&](const Row& row) {
                rows.push_back({report, row.optional_integer(0).value_or(0), row.text(1), row.text(2),
                                row.optional_integer(3), row.optional_integer(4), row.text(5), row.text(6),
                                row.text(7), row.text(8), row.optional_integer(9)});
            });
    return rows;
}

ArchiveCounts& ArchiveCounts::operator+=(const ArchiveCounts& other) {
    for (const auto count : {&ArchiveCounts::reports, &ArchiveCounts::figures, &ArchiveCounts::checks,
                             &ArchiveCounts::exact, &ArchiveCounts::rounding, &ArchiveCounts::inconsistent,
                             &ArchiveCounts::repaired, &ArchiveCounts::doubtful, &ArchiveCounts::decided})
        this->*count += other.*count;
    return *this;
}

std::vector<ArchiveCounts> count_by_edition_and_year(const Connection& connection) {
    std::vector<ArchiveCounts> counts;
    connection.each(
        "WITH f AS (SELECT report, count(*) AS figures, sum(status = 'repaired') AS repaired, "
        "           sum(status = 'doubtful') AS doubtful, sum(status = 'decided') AS decided "
        "           FROM figures GROUP BY report), "
        "x AS (SELECT report_id, count(*) AS checks, sum(verdict = 'exact') AS exact, "
        "      sum(verdict = 'rounding') AS rounding, sum(verdict = 'inconsistent') AS inconsistent "
        "      FROM audit_finding GROUP BY report_id) "
        "SELECT edition, year, count(*), sum(figures), sum(checks), sum(exact), sum(rounding), "
        "sum(inconsistent), sum(repaired), sum(doubtful), sum(decided) FROM report_in_force r "
        "LEFT JOIN f ON f.report = r.id LEFT JOIN x ON x.report_id = r.id "
        "GROUP BY edition, year ORDER BY edition, year",
        {}, [&](const Row& row) {
            const auto number = [&](int column) { return row.optional_integer(column).value_or(0); };
            counts.push_back({row.text(0), row.optional_integer(1), number(2), number(3), number(4),
                              number(5), number(6), number(7), number(8), number(9), number(10)});
        });
    return counts;
}

} // namespace kompass::archive
