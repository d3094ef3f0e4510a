#include "archive/evaluation/effective.h"

#include "audit/after_decisions.h"
#include "audit/audit.h"
#include "audit/layer.h"
#include "model/cell_value.h"
#include "model/figures.h"
#include "model/overlay.h"
#include "model/record_facts.h"

#include <algorithm>
#include <cstddef>

namespace kompass::archive {
namespace {

constexpr int most_percent = 100;

bool is_same(const AuditFinding& a, const AuditFinding& b) {
    return a.kind == b.kind && a.cell == b.cell && a.printed == b.printed && a.expected == b.expected &&
           a.verdict == b.verdict;
}

const AuditFinding* find(const std::vector<AuditFinding>& findings, const AuditFinding& finding) {
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const AuditFinding& other) { return is_same(other, finding); });
    return found == findings.end() ? nullptr : &*found;
}

/// Those of the figures in effect: where a decision makes no difference, as the documents' own.
std::vector<AuditFinding> findings_in_effect(const Record& record) {
    auto findings = audit::audit(record);
    for (auto& finding : findings) {
        const auto* printed = find(record.findings_of_audit, finding);
        finding.explanation =
            printed != nullptr ? printed->explanation : audit::told_of_effective(finding.explanation);
    }
    return findings;
}

std::vector<LayeredFinding> layered(const std::vector<AuditFinding>& published,
                                    const std::vector<AuditFinding>& effective) {
    std::vector<LayeredFinding> found;
    for (const auto& finding : published)
        if (finding.verdict != Verdict::exact)
            found.push_back({finding, true, find(effective, finding) != nullptr});
    for (const auto& finding : effective)
        if (finding.verdict != Verdict::exact && find(published, finding) == nullptr)
            found.push_back({finding, false, true});
    return found;
}

void take_out(const Figure& figure) {
    figure.value->reset();
    figure.doubt();
}

/// Points, which are more than their maximum: those are none, unless a person decided them; then the maximum
/// is none. Two decisions stand, and the check of their row tells. The three figures of a row follow one
/// another.
bool take_out_beyond_maximum(Record& record, const std::set<Cell>& decided) {
    bool any = false;
    const auto all = figures(record);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        const auto& points = all[i];
        const auto& max = all[i + 1];
        const bool of_row = points.cell.field == CellField::points && max.cell.field == CellField::max &&
                            points.cell.whole() == max.cell.whole();
        if (!of_row || !*points.value || !*max.value || **points.value <= **max.value) continue;
        if (decided.contains(points.cell) && decided.contains(max.cell)) continue;
        take_out(decided.contains(points.cell) ? max : points);
        any = true;
    }
    return any;
}

/// A figure or date that no report can have is in no effect, whatever a paper prints: a person should look.
/// True if there is one.
bool take_out_impossible(Record& record, const std::set<Cell>& decided) {
    bool any = take_out_beyond_maximum(record, decided);
    for (const auto& figure : figures(record)) {
        const auto& value = *figure.value;
        if (figure.cell.field != CellField::percent || !value || *value <= most_percent) continue;
        take_out(figure);
        any = true;
    }
    if (record.document_date && !is_date(*record.document_date)) {
        record.document_date.reset();
        add_doubt(record.doubtful, note_of(report_cell(CellField::document_date)));
        any = true;
    }
    return any;
}

} // namespace

Effective effective(const Record& composed) {
    Effective result{.published = composed,
                     .record = corrected(composed),
                     .rulings = {},
                     .findings = {},
                     .settled = {},
                     .decided = {}};
    for (auto& decision : in_force(composed.corrections)) {
        auto cell = cell_decided(decision, composed);
        if (cell) result.decided.insert(*cell);
        result.rulings.push_back({std::move(decision), cell});
    }
    const bool differs = take_out_impossible(result.record, result.decided);
    for (auto& [cell, value, checks, why] :
         audit::settle_after_decisions(composed, result.record, result.decided))
        result.settled.push_back({cell, value, std::move(checks), std::move(why)});
    if (differs || !result.decided.empty())
        result.record.findings_of_audit = findings_in_effect(result.record);
    result.findings = layered(composed.findings_of_audit, result.record.findings_of_audit);
    return result;
}

} // namespace kompass::archive
