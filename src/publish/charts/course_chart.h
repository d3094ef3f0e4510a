// A municipality's totals through the years as a chart: a line an edition, so that what does not compare is
// not joined. What only another report tells of a year stands apart. Pure.
#pragma once

#include "enquiry/course.h"
#include "publish/charts/charts.h"

#include <string>

namespace kompass::publish::charts {

struct CourseWords {
    std::string edition{};    ///< "edition {}"
    std::string no_edition{}; ///< of what others tell
    std::string own{}, told{}, unsure{};
    double most = 0;  ///< greatest total that there can be
    char point = '.'; ///< of decimals
};

[[nodiscard]] Trend trend_of(const enquiry::Course& course, Frame frame, const CourseWords& words);

} // namespace kompass::publish::charts
