#include "archive/corrections.h"

#include "archive/cells.h"
#include "archive/reader.h"
#include "archive/writer.h"
#include "audit/audit.h"
#include "model/overlay.h"

#include <algorithm>

namespace kompass::archive {
namespace {

/// What is found again keeps its explanation, which may say more than the arithmetic alone does.
void keep_explanations(const std::vector<AuditFinding>& before, std::vector<AuditFinding>& findings) {
    for (auto& finding : findings) {
        const auto same = std::find_if(before.begin(), before.end(), [&](const AuditFinding& old) {
            return old.kind == finding.kind && old.cell == finding.cell && old.printed == finding.printed &&
                   old.expected == finding.expected && old.verdict == finding.verdict;
        });
        if (same != before.end()) finding.explanation = same->explanation;
    }
}

} // namespace

bool add_correction(Connection& connection, const Correction& correction) {
    const auto same = connection.number(
        "SELECT 1 FROM correction WHERE sha256 = ? AND cell = ? AND value = ? AND author = ? AND why = ? "
        "AND (?6 = '' OR made_at = ?6)",
        {correction.sha256, correction.cell, correction.value, correction.author, correction.why,
         correction.made_at});
    if (same && !correction.made_at.empty()) return false;
    if (const auto cell = cell_from(correction.cell)) name_cell(connection, *cell);
    connection.run("INSERT INTO correction (sha256, cell, was, value, author, why, made_at) "
                   "VALUES (?, ?, ?, ?, ?, ?, coalesce(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')))",
                   {correction.sha256, correction.cell, correction.was, correction.value, correction.author,
                    correction.why, null_if_empty(correction.made_at)});
    return true;
}

std::vector<Correction> list_corrections(const Connection& connection,
                                         std::optional<std::string_view> sha256) {
    std::vector<Correction> corrections;
    connection.each("SELECT sha256, cell, was, value, author, why, made_at FROM correction "
                    "WHERE ?1 IS NULL OR sha256 = ?1 ORDER BY id",
                    {sha256 ? Value(*sha256) : Value(std::nullopt)}, [&](const Row& row) {
                        corrections.push_back({row.text("sha256"), row.text("cell"), row.optional_text("was"),
                                               row.text("value"), row.text("author"), row.text("why"),
                                               row.text("made_at")});
                    });
    return corrections;
}

Record with_corrections(const Connection& connection, Record record) {
    record.corrections = list_corrections(connection, record.sha256);
    if (record.corrections.empty()) return record;
    auto findings = audit::audit(corrected(record));
    keep_explanations(record.findings_of_audit, findings);
    record.findings_of_audit = std::move(findings);
    return record;
}

void audit_corrected(Connection& connection, std::int64_t report_id) {
    const auto record = with_corrections(connection, read_report(connection, report_id));
    replace_audit(connection, report_id, record.findings_of_audit);
}

} // namespace kompass::archive
