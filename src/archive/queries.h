// What is asked of the archive as a whole: lists of reports, failures and audit results, and finding a
// report.
//
// Lists of reports are ordered by municipality (Swedish collation), year and id; those without a municipality
// or year come last. Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"

#include <optional>
#include <string_view>
#include <vector>

namespace kompass::archive {

[[nodiscard]] std::vector<ReportSummary> list_reports(const Connection& connection);

/// In the order they were kept.
[[nodiscard]] std::vector<FailedSource> list_failures(const Connection& connection);

/// The reports a reference names, see Archive::find. Where a name with the same diacritics is there, those
/// that are only alike without them are left out: "Habo" is not Håbo.
[[nodiscard]] std::vector<ReportSummary> find_reports(const Connection& connection,
                                                      std::string_view reference);

[[nodiscard]] std::vector<AuditRow> list_audit_findings(const Connection& connection,
                                                        std::optional<Verdict> verdict);

/// The figures whose status is not "consistent", report by report as list_reports, as printed.
[[nodiscard]] std::vector<FigureRow> list_notable_figures(const Connection& connection);

/// By edition, then year.
[[nodiscard]] std::vector<ArchiveCounts> count_by_edition_and_year(const Connection& connection);

} // namespace kompass::archive
