#include "audit/scoring_checks.h"

#include "audit/audit.h"
#include "audit/comparison.h"
#include "model/instrument.h"
#include "model/record_facts.h"

#include <fmt/format.h>

namespace kompass::audit {
namespace {

void check_grand_sum(const Scoring& scoring, std::vector<AuditFinding>& findings) {
    const auto sum = points_in_all(scoring.areas);
    if (!sum || !scoring.total.points) return;
    findings.push_back(compared({
        .kind = CheckKind::sum,
        .area = 0,
        .cell = grand_total_cell(CellField::points),
        .printed = *scoring.total.points,
        .expected = *sum,
        .if_equal = fmt::format("The eight areas sum to {}, as printed.", *sum),
        .if_not =
            fmt::format("The eight areas sum to {}; the report prints {}.", *sum, *scoring.total.points),
        .places = scoring.total.places,
    }));
}

void check_grand_maximum(const Scoring& scoring, std::vector<AuditFinding>& findings) {
    if (!scoring.total.max) return;
    findings.push_back(compared({
        .kind = CheckKind::hundred,
        .area = 0,
        .cell = grand_total_cell(CellField::max),
        .printed = *scoring.total.max,
        .expected = points_of_all_areas,
        .if_equal = fmt::format("The maximum of all areas is {}.", points_of_all_areas),
        .if_not = fmt::format("The eight areas have a maximum of {}; the report prints {}.",
                              points_of_all_areas, *scoring.total.max),
        .places = scoring.total.places,
    }));
}

} // namespace

Record as_report(const Scoring& scoring, const Record& report) {
    Record alone;
    alone.file = report.file;
    alone.year = report.year;
    if (is_doubtful(report.doubtful, "year")) alone.doubtful = {"year"};
    alone.edition = scoring.edition;
    alone.areas = scoring.areas;
    alone.history = scoring.history;
    return alone;
}

void check_scoring(const Scoring& scoring, int number, const Record& report,
                   std::vector<AuditFinding>& findings) {
    auto found = audit(as_report(scoring, report));
    check_grand_sum(scoring, found);
    check_grand_maximum(scoring, found);
    for (auto& finding : found) {
        finding.cell = of_scoring(number, finding.cell);
        findings.push_back(std::move(finding));
    }
}

} // namespace kompass::audit
