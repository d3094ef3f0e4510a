#include "enquiry/figures.h"

#include "archive/cells.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

namespace kompass::enquiry {

using archive::Connection;
using archive::Row;

namespace {

std::vector<FigureRow> figures_of(const Connection& connection, const ReportIdentity& report,
                                  const std::string& condition) {
    std::vector<FigureRow> rows;
    connection.each(
        std::string(
            "SELECT area, f.cell, read, f.value, f.corrected, f.effective, f.state, candidates, f.document, "
            "coalesce(d.why, f.why) AS why, d.author, "
            "(SELECT page FROM place WHERE entry_id = f.entry ORDER BY position LIMIT 1) AS page "
            "FROM figures f LEFT JOIN evaluation e ON e.report_id = f.report "
            "LEFT JOIN decision_in_force k ON k.evaluation_id = e.id AND k.cell = f.cell AND k.applied "
            "LEFT JOIN decision d ON d.id = k.decision_id "
            "WHERE f.report = ?1") +
            condition,
        {report.id}, [&](const Row& row) {
            rows.push_back({row.optional_integer("area").value_or(0), archive::stored_cell(row.text("cell")),
                            row.text("read"), row.optional_decimal("value"),
                            row.optional_decimal("corrected"), row.optional_decimal("effective"),
                            row.text("state"), row.text("candidates"), row.text("why"), row.text("author"),
                            row.optional_integer("page"), row.text("document")});
        });
    std::sort(rows.begin(), rows.end(),
              [](const FigureRow& a, const FigureRow& b) { return a.cell < b.cell; });
    return rows;
}

} // namespace

std::vector<FigureRow> notable_figures(const Connection& connection, const ReportIdentity& report) {
    return figures_of(connection, report, " AND f.state <> 'sound'");
}

std::vector<FigureRow> all_figures(const Connection& connection, const ReportIdentity& report) {
    return figures_of(connection, report, "");
}

FigureCounts& FigureCounts::operator+=(const FigureCounts& other) {
    for (const auto count : {&FigureCounts::reports, &FigureCounts::figures, &FigureCounts::checks,
                             &FigureCounts::exact, &FigureCounts::rounding, &FigureCounts::inconsistent,
                             &FigureCounts::repaired, &FigureCounts::doubtful, &FigureCounts::decided})
        this->*count += other.*count;
    return *this;
}

std::vector<FigureCounts> count_by_edition_and_year(const Connection& connection,
                                                    const std::vector<ReportIdentity>& reports) {
    std::vector<std::int64_t> ids;
    std::transform(reports.begin(), reports.end(), std::back_inserter(ids),
                   [](const ReportIdentity& report) { return report.id; });
    std::vector<FigureCounts> counts;
    connection.each(
        "WITH f AS (SELECT report, count(*) AS figures, sum(state = 'repaired') AS repaired, "
        "           sum(state = 'doubtful') AS doubtful, sum(state = 'decided') AS decided "
        "           FROM figures GROUP BY report), "
        // What is exact is for the greater part not stored, but its number is.
        "x AS (SELECT report_id, sum(number) AS checks, sum(number) FILTER (WHERE verdict = 'exact') AS "
        "exact, "
        "      sum(number) FILTER (WHERE verdict = 'rounding') AS rounding, "
        "      sum(number) FILTER (WHERE verdict = 'inconsistent') AS inconsistent "
        "      FROM (SELECT id AS report_id, 'exact' AS verdict, exact_checks AS number FROM report UNION "
        "ALL "
        "            SELECT report_id, verdict, 1 FROM audit_finding WHERE verdict = 'exact' UNION ALL "
        "            SELECT e.report_id, c.verdict, 1 FROM check_result c JOIN evaluation e "
        "            ON e.id = c.evaluation_id) "
        "      GROUP BY report_id) "
        "SELECT edition, year, count(*) AS reports, sum(figures) AS figures, sum(checks) AS checks, "
        "sum(exact) AS exact, sum(rounding) AS rounding, sum(inconsistent) AS inconsistent, "
        "sum(f.repaired) AS repaired, sum(f.doubtful) AS doubtful, sum(f.decided) AS decided "
        "FROM evaluation e LEFT JOIN f ON f.report = e.report_id LEFT JOIN x ON x.report_id = e.report_id "
        "WHERE e.report_id IN (SELECT value FROM json_each(?)) GROUP BY edition, year ORDER BY edition, year",
        {fmt::format("[{}]", fmt::join(ids, ","))}, [&](const Row& row) {
            const auto number = [&](const char* column) { return row.optional_integer(column).value_or(0); };
            counts.push_back({row.text("edition"), row.optional_integer("year"), number("reports"),
                              number("figures"), number("checks"), number("exact"), number("rounding"),
                              number("inconsistent"), number("repaired"), number("doubtful"),
                              number("decided")});
        });
    return counts;
}

} // namespace kompass::enquiry
