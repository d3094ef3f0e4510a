#include "publish/charts/course_chart.h"

#include "publish/state_sign.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kompass::publish::charts {
namespace {

using enquiry::CourseEvaluation;

TrendPoint point_of(const CourseEvaluation& evaluation, const CourseWords& words) {
    const auto& total = evaluation.total;
    auto text = total.points->text();
    std::replace(text.begin(), text.end(), '.', words.point);
    return {.year = *evaluation.year,
            .amount = {total.points->real(), text + sign_of(total.points_state),
                       archive::is_unsound(total.points_state)},
            .told = evaluation.source != CourseEvaluation::Source::report};
}

TrendLine& line_of(Trend& trend, const std::string& edition, const CourseWords& words) {
    const auto label = edition.empty() ? words.no_edition : fmt::format(fmt::runtime(words.edition), edition);
    const auto found = std::find_if(trend.lines.begin(), trend.lines.end(),
                                    [&](const TrendLine& line) { return line.label == label; });
    if (found != trend.lines.end()) return *found;
    return trend.lines.emplace_back(TrendLine{.label = label, .points = {}, .joined = !edition.empty()});
}

} // namespace

Trend trend_of(const enquiry::Course& course, Frame frame, const CourseWords& words) {
    Trend trend{
        .frame = std::move(frame), .own = {}, .told = {}, .unsure = {}, .lines = {}, .most = words.most};
    for (const auto& evaluation : course.evaluations) {
        if (!evaluation.year || !evaluation.total.points) continue;
        auto point = point_of(evaluation, words);
        if (point.told)
            trend.told = words.told;
        else if (point.amount.unsure)
            trend.unsure = words.unsure;
        else
            trend.own = words.own;
        line_of(trend, evaluation.edition, words).points.push_back(std::move(point));
    }
    // What has no edition is no step in the order of editions.
    std::stable_partition(trend.lines.begin(), trend.lines.end(),
                          [](const TrendLine& line) { return line.joined; });
    return trend;
}

} // namespace kompass::publish::charts
