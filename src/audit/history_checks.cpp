#include "audit/history_checks.h"

#include "audit/comparison.h"
#include "model/record_facts.h"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <string>

namespace kompass::audit {
namespace {

void check_column_sum(const HistoryColumn& column, std::vector<AuditFinding>& findings) {
    const auto sum = points_in_all(column.areas);
    if (!sum || !column.total) return;
    findings.push_back(compared({
        .kind = CheckKind::history_sum,
        .area = 0,
        .cell = history_cell(column.year, 0),
        .printed = *column.total,
        .expected = *sum,
        .if_equal = fmt::format("The eight areas of {} sum to {}, as printed.", column.year, *sum),
        .if_not = fmt::format("The eight areas of {} sum to {}; the report prints {}.", column.year, *sum,
                              *column.total),
        .places = column.places,
    }));
}

/// The column's figure for `area` beside the area's own total; nullopt if one of them is missing.
std::optional<AuditFinding> compare_area(const HistoryColumn& column, const Area& area) {
    const auto row = static_cast<std::size_t>(area.number) - 1;
    if (row >= column.areas.size() || !column.areas[row] || !area.total.points) return std::nullopt;
    return compared({
        .kind = CheckKind::history_year,
        .area = area.number,
        .cell = history_cell(column.year, area.number),
        .printed = *column.areas[row],
        .expected = *area.total.points,
        .if_equal = {},
        .if_not = fmt::format("The table of evaluations gives area {} {} points in {}; its score table has a "
                              "total of {}.",
                              area.number, *column.areas[row], column.year, *area.total.points),
        .places = column.places,
    });
}

/// The column's total beside the sum of the report's areas; nullopt if one of them is missing.
std::optional<AuditFinding> compare_total(const HistoryColumn& column, const std::vector<Area>& areas) {
    const auto sum = points_in_all(areas);
    if (!sum || !column.total) return std::nullopt;
    return compared({
        .kind = CheckKind::history_year,
        .area = 0,
        .cell = history_cell(column.year, 0),
        .printed = *column.total,
        .expected = *sum,
        .if_equal = {},
        .if_not = fmt::format("The table of evaluations gives {} points in {}; the totals of the eight areas "
                              "sum to {}.",
                              *column.total, column.year, *sum),
        .places = column.places,
    });
}

/// What is said once if every comparison is exact.
AuditFinding agreement(const HistoryColumn& column, const std::vector<AuditFinding>& comparisons) {
    std::vector<std::string> figures;
    figures.reserve(comparisons.size());
    for (const auto& comparison : comparisons)
        figures.push_back(comparison.printed);
    AuditFinding finding;
    finding.kind = CheckKind::history_year;
    finding.cell = history_column_cell(column.year);
    finding.printed = fmt::format("{}", fmt::join(figures, ", "));
    finding.expected = finding.printed;
    finding.explanation =
        fmt::format("The table of evaluations gives for {} what the report's own areas give.", column.year);
    finding.places = column.places;
    return finding;
}

/// One finding for each figure that differs, or a single exact one if none does.
void check_own_year(const Record& record, const HistoryColumn& column, std::vector<AuditFinding>& findings) {
    std::vector<AuditFinding> comparisons;
    for (const auto& area : record.areas)
        if (auto finding = compare_area(column, area)) comparisons.push_back(*finding);
    if (auto finding = compare_total(column, record.areas)) comparisons.push_back(*finding);
    if (comparisons.empty()) return;

    const auto count_before = findings.size();
    for (const auto& comparison : comparisons)
        if (comparison.verdict != Verdict::exact) findings.push_back(comparison);
    if (findings.size() == count_before) findings.push_back(agreement(column, comparisons));
}

} // namespace

void check_history(const Record& record, std::vector<AuditFinding>& findings) {
    for (const auto& column : record.history) {
        check_column_sum(column, findings);
        if (record.year == column.year) check_own_year(record, column, findings);
    }
}

} // namespace kompass::audit
