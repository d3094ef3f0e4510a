#include "enquiry/checks.h"

#include "archive/audit_rows.h"
#include "archive/cells.h"
#include "archive/place_rows.h"
#include "archive/reader.h"

#include <algorithm>
#include <optional>

namespace kompass::enquiry {
namespace {

using archive::Connection;
using archive::Row;

/// What is not exact.
std::vector<LayeredCheck> checks_of(const Connection& connection, std::int64_t report) {
    std::vector<LayeredCheck> checks;
    connection.each("SELECT kind, verdict, coalesce(area, 0) AS area, cell, stands, expected, explanation, "
                    "published, effective FROM evaluation e JOIN check_result x ON x.evaluation_id = e.id "
                    "WHERE e.report_id = ? ORDER BY x.position",
                    {report}, [&](const Row& row) {
                        checks.push_back({{check_kind_from(row.text("kind")),
                                           verdict_from(row.text("verdict")),
                                           row.integer("area"),
                                           archive::stored_cell(row.text("cell")),
                                           row.text("stands"),
                                           row.text("expected"),
                                           row.text("explanation"),
                                           {}},
                                          row.integer("published") != 0,
                                          row.integer("effective") != 0});
                    });
    return checks;
}

bool is_same(const AuditFinding& a, const AuditFinding& b) {
    return a.kind == b.kind && a.cell == b.cell && a.printed == b.printed && a.expected == b.expected &&
           a.verdict == b.verdict;
}

/// Where the figure stands that a check of the preferred document does not tell the place of.
Places places_of(const Connection& connection, std::int64_t report, const Cell& cell) {
    Places places;
    connection.each("SELECT page, x0, y0, x1, y1 FROM figures f JOIN place p ON p.entry_id = f.entry "
                    "WHERE f.report = ? AND f.cell = ? ORDER BY p.position",
                    {report, name_of(cell)},
                    [&](const Row& row) { places.push_back(archive::place_of(row)); });
    return places;
}

} // namespace

const char* LayeredCheck::layer() const {
    if (published && effective) return "published and effective";
    return published ? "published" : "effective";
}

std::vector<LayeredCheck> list_checks(const Connection& connection, std::int64_t report, bool all) {
    auto layered = checks_of(connection, report);
    std::vector<LayeredCheck> checks;
    auto findings = all ? archive::read_report(connection, report).findings_of_audit
                        : archive::read_audit_of(connection, report, Verdict::inconsistent);
    for (auto& finding : findings) {
        const auto known = std::find_if(layered.begin(), layered.end(), [&](const LayeredCheck& check) {
            return is_same(check.finding, finding);
        });
        if (known == layered.end()) {
            // Another document's part stands in for the one that this is of.
            if (finding.verdict == Verdict::exact) checks.push_back({std::move(finding)});
            continue;
        }
        checks.push_back({std::move(finding), known->published, known->effective});
        layered.erase(known);
    }
    for (auto& check : layered) {
        if (!all && check.finding.verdict != Verdict::inconsistent) continue;
        check.finding.places = places_of(connection, report, check.finding.cell);
        checks.push_back(std::move(check));
    }
    return checks;
}

} // namespace kompass::enquiry
