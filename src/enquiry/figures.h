// The figures that are not simply consistent, and how many there are of each kind.
//
// Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "enquiry/reports.h"
#include "model/cell.h"
#include "model/decimal.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::enquiry {

/// A figure as the view `figures` tells of it.
struct FigureRow {
    int area = 0; ///< 0: not of one area
    Cell cell;
    std::string read; ///< empty: nothing was
    std::optional<Decimal> value, corrected, effective;
    std::string status;      ///< "sound", "decided", "doubtful", "repaired", "inconsistent"
    std::string candidates;  ///< "68, 63", best first
    std::string why;         ///< of a repair, or of a correction
    std::string author;      ///< of a correction
    std::optional<int> page; ///< where it stands
    std::string document;    ///< hash of what it is from
};

/// Figures and checks of the reports of an edition and year.
struct FigureCounts {
    std::string edition; ///< empty: not known
    std::optional<int> year;
    int reports = 0, figures = 0, checks = 0, exact = 0, rounding = 0, inconsistent = 0, repaired = 0,
        doubtful = 0, decided = 0;

    FigureCounts& operator+=(const FigureCounts& other);
};

/// Those of the report whose state is not "sound", in the order of the report.
[[nodiscard]] std::vector<FigureRow> notable_figures(const archive::Connection& connection,
                                                     const ReportIdentity& report);
/// All of them.
[[nodiscard]] std::vector<FigureRow> all_figures(const archive::Connection& connection,
                                                 const ReportIdentity& report);

/// Of these reports, by edition, then year. Checks are those that list_checks() (enquiry/checks.h) lists: of
/// what is printed, and of what decisions brought about.
[[nodiscard]] std::vector<FigureCounts> count_by_edition_and_year(const archive::Connection& connection,
                                                                  const std::vector<ReportIdentity>& reports);

} // namespace kompass::enquiry
