#include "enquiry/course.h"

#include "enquiry/cell_states.h"
#include "enquiry/other_scorings.h"

#include <algorithm>
#include <utility>

namespace kompass::enquiry {
namespace {

CourseEvaluation evaluation_of(const archive::Connection& connection, const ReportName& report) {
    CourseEvaluation evaluation{.year = report.year,
                                .edition = report.edition,
                                .total = {},
                                .told_by = report.key,
                                .report = report.id,
                                .municipality = report.municipality,
                                .edition_state = edition_state(connection, report.id)};
    for (const auto& line : area_lines(connection, report.id)) {
        if (line.number.empty())
            evaluation.total = line.figures;
        else
            evaluation.areas.at(std::stoul(line.number) - 1) = line.figures;
    }
    return evaluation;
}

CourseEvaluation evaluation_of(const PrintedYear& printed) {
    CourseEvaluation evaluation{.year = printed.year,
                                .edition = {},
                                .total = printed.total,
                                .areas = printed.areas,
                                .source = CourseEvaluation::Source::history,
                                .told_by = printed.printed_in.key,
                                .report = printed.printed_in.id,
                                .municipality = printed.printed_in.municipality};
    return evaluation;
}

CourseEvaluation evaluation_of(const ReportName& report, const OtherScoring& scoring) {
    return {.year = report.year,
            .edition = scoring.edition,
            .total = scoring.total,
            .areas = scoring.areas,
            .source = CourseEvaluation::Source::other_scoring,
            .told_by = report.key,
            .report = report.id,
            .municipality = report.municipality};
}

} // namespace

Course course_of(const archive::Connection& connection, const archive::LastingMunicipalities& municipalities,
                 const std::string& municipality, Among among) {
    Course course{municipality, {}, {}};
    const auto reports = reports_of(connection, municipalities, municipality);
    for (const auto& report : reports) {
        for (const auto& scoring : other_scorings(connection, report.id))
            course.evaluations.push_back(evaluation_of(report, scoring));
        course.evaluations.push_back(evaluation_of(connection, report));
        const auto known = [&](const auto& mean) { return mean.first == report.edition; };
        if (std::any_of(course.means.begin(), course.means.end(), known)) continue;
        if (const auto mean = enquiry::mean(connection, report.edition, {}, among))
            course.means.emplace_back(report.edition, *mean);
    }
    for (const auto& printed : printed_history(connection, reports))
        course.evaluations.push_back(evaluation_of(printed));
    std::stable_sort(course.evaluations.begin(), course.evaluations.end(),
                     [](const CourseEvaluation& a, const CourseEvaluation& b) {
                         return std::pair(!a.year, a.year) < std::pair(!b.year, b.year);
                     });
    return course;
}

std::optional<std::size_t> comparable_before(const Course& course, std::size_t index) {
    const auto& now = course.evaluations[index];
    if (!now.year) return std::nullopt; // nobody knows what it comes after
    std::optional<int> year_before;
    for (std::size_t before = index; before-- > 0;) {
        const auto& earlier = course.evaluations[before];
        // Another report's word for a year, or another report of the same evaluation.
        if (earlier.edition.empty() || earlier.year == now.year) continue;
        if (year_before && earlier.year != year_before) return std::nullopt;
        year_before = earlier.year;
        if (now.edition == earlier.edition) return before;
    }
    return std::nullopt;
}

std::optional<Decimal> change(const Course& course, std::size_t index) {
    const auto before = comparable_before(course, index);
    if (!before) return std::nullopt;
    const auto& now = course.evaluations[index].total.points;
    const auto& earlier = course.evaluations[*before].total.points;
    return now && earlier ? std::optional(*now - *earlier) : std::nullopt;
}

} // namespace kompass::enquiry
