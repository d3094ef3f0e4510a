// How reports stand: figures of areas and questions, rankings, means, a municipality's course.
//
// Scores of different editions do not compare: rankings and means are of one edition. Figures are those of
// the views area_totals, scores and reports. Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "enquiry/report_name.h"
#include "model/decimal.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::enquiry {

struct Figures {
    std::optional<Decimal> points, max, percent;
    bool doubtful = false; ///< a person should check the points
};

/// A line of a report: an area, or a question of one.
struct Line {
    std::string number; ///< "3" or "3.2"; empty: all areas together
    std::string text;   ///< title or question, as printed
    Figures figures;
};

/// What is ranked: everything, an area, or a question.
struct Subject {
    std::optional<int> area;
    std::string question; ///< "3.2"; its area is `area`
};

struct RankedReport {
    std::optional<int> rank; ///< equal figures share a rank; nullopt: the report does not state it
    ReportName report;
    Figures figures;
};

struct Mean {
    int reports = 0; ///< how many state it
    double points = 0;
    int doubtful = 0; ///< in how many a person should check it
};

/// A column of a table of earlier evaluations.
struct PrintedYear {
    int year = 0;
    std::vector<std::optional<Decimal>> areas; ///< area 1 first, eight
    std::optional<Decimal> total;
    ReportName printed_in;
};

/// The editions of the archive's reports, oldest first.
[[nodiscard]] std::vector<std::string> editions_in_use(const archive::Connection& connection);

/// The eight areas' sum first, if all are there, then the areas in order.
[[nodiscard]] std::vector<Line> area_lines(const archive::Connection& connection, std::int64_t report);
/// The questions of an area, in order.
[[nodiscard]] std::vector<Line> question_lines(const archive::Connection& connection, std::int64_t report,
                                               int area);

/// All reports of the edition, best first: by points, a question by percent since its maximum may shift.
[[nodiscard]] std::vector<RankedReport> ranking(const archive::Connection& connection,
                                                const std::string& edition, const Subject& subject);
/// The statement behind ranking(): it takes the edition, then the area, then the question, as far as
/// `subject` has them.
[[nodiscard]] std::string ranking_statement(const Subject& subject);

/// nullopt if no report of the edition states it. Of a question: in per cent.
[[nodiscard]] std::optional<Mean> mean(const archive::Connection& connection, const std::string& edition,
                                       const Subject& subject);

/// The reports of a municipality, oldest first.
[[nodiscard]] std::vector<ReportName> reports_of(const archive::Connection& connection,
                                                 std::string_view municipality);

/// What the reports of a municipality print of years that none of them is the report of, or otherwise than
/// that report; in order of year.
[[nodiscard]] std::vector<PrintedYear> printed_history(const archive::Connection& connection,
                                                       const std::vector<ReportName>& reports);

} // namespace kompass::enquiry
