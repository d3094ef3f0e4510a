#include "archive/audit_rows.h"

#include "archive/cells.h"
#include "archive/entries.h"
#include "archive/place_rows.h"
#include "archive/reader.h"
#include "audit/audit.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kompass::archive {
namespace {

using Id = std::int64_t;
using Findings = std::vector<AuditFinding>;

/// A check and its place in the order of all.
struct Placed {
    int position = 0;
    AuditFinding finding;
};

bool is_exact(const AuditFinding& finding) {
    return finding.verdict == Verdict::exact;
}

Findings exact_of(const Findings& findings) {
    Findings exact;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(exact), is_exact);
    return exact;
}

std::vector<Placed> stored_of(const Connection& connection, Id report, std::optional<Verdict> verdict) {
    std::vector<Placed> stored;
    Id current = 0;
    connection.each("SELECT x.id, x.position, kind, verdict, coalesce(area, 0) AS area, cell, printed, "
                    "expected, explanation, "
                    "page, x0, y0, x1, y1 "
                    "FROM audit_finding x LEFT JOIN place p ON p.entry_id = x.id "
                    "WHERE report_id = ?1 AND (?2 IS NULL OR verdict = ?2) ORDER BY x.position, p.position",
                    {report, verdict ? Value(name_of(*verdict)) : Value(std::nullopt)}, [&](const Row& row) {
                        if (row.id("id") != current)
                            stored.push_back({row.integer("position"),
                                              {check_kind_from(row.text("kind")),
                                               verdict_from(row.text("verdict")),
                                               row.integer("area"),
                                               stored_cell(row.text("cell")),
                                               row.text("printed"),
                                               row.text("expected"),
                                               row.text("explanation"),
                                               {}}});
                        current = row.id("id");
                        if (!row.is_null("page")) stored.back().finding.places.push_back(place_of(row));
                    });
    return stored;
}

void write(Connection& connection, EntryWriter& entries, Id report, int position,
           const AuditFinding& finding) {
    connection.run("INSERT INTO audit_finding (id, report_id, position, kind, verdict, area, cell, printed, "
                   "expected, explanation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   {entries.add("audit", finding.places), report, position, name_of(finding.kind),
                    name_of(finding.verdict), finding.area == 0 ? Value(std::nullopt) : Value(finding.area),
                    name_of(finding.cell), finding.printed, finding.expected, finding.explanation});
}

} // namespace

void write_audit(Connection& connection, Id report, const Record& record) {
    connection.run("DELETE FROM entry WHERE id IN (SELECT id FROM audit_finding WHERE report_id = ?)",
                   {report});
    const auto exact = exact_of(record.findings_of_audit);
    const bool follow = exact == exact_of(audit::audit(record));
    connection.run("UPDATE report SET exact_checks = ? WHERE id = ?",
                   {follow ? static_cast<std::int64_t>(exact.size()) : 0, report});
    const auto source = connection.number("SELECT source_id FROM report WHERE id = ?", {report});
    EntryWriter entries(connection, source.value());
    int position = 0;
    for (const auto& finding : record.findings_of_audit) {
        ++position;
        if (!follow || !is_exact(finding)) write(connection, entries, report, position, finding);
    }
}

Findings read_audit(const Connection& connection, Id report, const Record& record) {
    auto stored = stored_of(connection, report, std::nullopt);
    Findings findings;
    auto next = stored.begin();
    const auto is_next_stored = [&] {
        return next != stored.end() && next->position == static_cast<int>(findings.size()) + 1;
    };
    const bool follow =
        connection.number("SELECT exact_checks FROM report WHERE id = ?", {report}).value_or(0) > 0;
    if (follow)
        for (auto& finding : exact_of(audit::audit(record))) {
            for (; is_next_stored(); ++next)
                findings.push_back(std::move(next->finding));
            findings.push_back(std::move(finding));
        }
    for (; next != stored.end(); ++next)
        findings.push_back(std::move(next->finding));
    return findings;
}

Findings read_audit_of(const Connection& connection, Id report, Verdict verdict) {
    Findings findings;
    for (auto& [position, finding] : stored_of(connection, report, verdict))
        findings.push_back(std::move(finding));
    return findings;
}

void drop_exact_checks(Connection& connection) {
    std::vector<Id> reports;
    connection.each("SELECT DISTINCT report_id FROM audit_finding WHERE verdict = 'exact'", {},
                    [&](const Row& row) { reports.push_back(row.id("report_id")); });
    for (const Id report : reports)
        write_audit(connection, report, read_report(connection, report));
}

} // namespace kompass::archive
