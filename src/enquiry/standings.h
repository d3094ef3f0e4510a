// How reports stand: figures of areas and questions, rankings, means, a municipality's course.
//
// Scores of different editions do not compare: rankings and means are of one edition, and of questions of two
// the concordance says which are the same. Figures and their
// states are those of the views grand_totals, area_totals, scores and history. Each function is part of the
// caller's transaction.
#pragma once

#include "archive/connection.h"
#include "archive/evaluation/states.h"
#include "archive/outside/lasting_municipalities.h"
#include "enquiry/report_name.h"
#include "model/decimal.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::enquiry {

using archive::State;

/// Each with its state; none: not stated, and nobody misses it.
struct Figures {
    std::optional<Decimal> points, max, percent;
    std::optional<State> points_state = {}, max_state = {}, percent_state = {};

    /// The one of them that a person should see first.
    [[nodiscard]] std::optional<State> state() const {
        return archive::foremost({points_state, max_state, percent_state});
    }
};

/// A line of a report: an area, or a question of one.
struct Line {
    std::string number; ///< "3" or "3.2"; empty: all areas together
    std::string text;   ///< title or question, as printed
    Figures figures;
    /// Lines compare where this is equal: of a question the edition and number of the oldest question that it
    /// is the same as (`concordance`), "2010 1.3"; of areas the number.
    std::string compared_as{};
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
    std::optional<State> edition_state = {}; ///< of the edition that it is ranked in; none: nobody told it
};

/// What a ranking or a mean is made of.
enum class Among {
    all,
    sound_only ///< without what is doubtful or inconsistent
};

struct Ranking {
    std::vector<RankedReport> reports; ///< best first
    int left_out = 0;                  ///< for what they are ranked by is not sound
};

struct Mean {
    int reports = 0; ///< how many state it; of these it is
    double points = 0;
    int doubtful = 0, inconsistent = 0; ///< in how many of them it is so
    int left_out = 0;                   ///< how many state it that are not sound

    [[nodiscard]] int unsound() const { return doubtful + inconsistent; }
    /// That of its figures which a person should see first, as far as it is not sound.
    [[nodiscard]] std::optional<State> state() const;
};

/// A column of a table of earlier evaluations.
struct PrintedYear {
    int year = 0;
    std::vector<Figures> areas; ///< area 1 first, eight; points alone
    Figures total;              ///< points alone
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
[[nodiscard]] Ranking ranking(const archive::Connection& connection, const std::string& edition,
                              const Subject& subject, Among among = Among::all);
/// The statement behind ranking(): it takes the edition, then the area, then the question, as far as
/// `subject` has them.
[[nodiscard]] std::string ranking_statement(const Subject& subject);

/// What reports are ranked by: points, of a question per cent; nullopt: not stated.
[[nodiscard]] std::optional<Decimal> measure(const Figures& figures, const Subject& subject);

/// nullopt if no report states it. Of a question: in per cent. Where all are left out it is of no report.
[[nodiscard]] std::optional<Mean> mean_of(const Ranking& ranking, const Subject& subject);
/// Of the edition's reports.
[[nodiscard]] std::optional<Mean> mean(const archive::Connection& connection, const std::string& edition,
                                       const Subject& subject, Among among = Among::all);

/// The reports of a municipality, by any name or code that it has borne; oldest first.
[[nodiscard]] std::vector<ReportName> reports_of(const archive::Connection& connection,
                                                 const archive::LastingMunicipalities& municipalities,
                                                 const std::string& municipality);

/// What the reports of a municipality print of years that none of them is the report of, or otherwise than
/// that report; in order of year.
[[nodiscard]] std::vector<PrintedYear> printed_history(const archive::Connection& connection,
                                                       const std::vector<ReportName>& reports);

} // namespace kompass::enquiry
