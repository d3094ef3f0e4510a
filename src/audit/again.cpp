#include "audit/again.h"

#include "audit/audit.h"

#include <algorithm>
#include <utility>

namespace kompass::audit {
namespace {

bool is_same(const AuditFinding& a, const AuditFinding& b) {
    return a.kind == b.kind && a.cell == b.cell && a.printed == b.printed && a.expected == b.expected &&
           a.verdict == b.verdict;
}

} // namespace

void audit_again(Record& record) {
    const auto& before = record.findings_of_audit;
    auto findings = audit(record);
    for (auto& finding : findings) {
        const auto same = std::find_if(before.begin(), before.end(),
                                       [&](const AuditFinding& old) { return is_same(old, finding); });
        if (same != before.end()) finding.explanation = same->explanation;
    }
    record.findings_of_audit = std::move(findings);
}

} // namespace kompass::audit
