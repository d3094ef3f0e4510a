#include "sample_reports.h"

namespace kompass::audit::sample {

Record norsjo_2018() {
    Record record;
    record.year = 2018;
    const auto add = [&record](int total, const std::vector<Score>& rows) {
        record.areas.push_back(area(static_cast<int>(record.areas.size()) + 1, out_of_hundred(total), rows));
        record.areas.back().box_points.reset();
    };
    add(69, {score(13, 15, 85), score(14, 20, 71), score(12, 25, 48), score(24, 30, 81), score(7, 10, 65)});
    add(63, {score(12, 15, 80), score(16, 25, 63), score(9, 20, 46), score(12, 20, 61), score(14, 20, 70)});
    add(72, {score(12, 15, 81), score(16, 25, 65), score(14, 25, 57), score(19, 20, 94), score(10, 15, 69)});
    add(61, {score(14, 15, 90), score(4, 10, 40), score(6, 20, 29), score(10, 15, 63), score(15, 20, 73),
             score(13, 20, 63)});
    add(61, {score(11, 15, 75), score(14, 25, 57), score(8, 15, 50), score(10, 15, 67), score(8, 20, 39),
             score(10, 10, 100)});
    add(59, {score(5, 15, 30), score(14, 20, 68), score(15, 25, 59), score(9, 15, 61), score(13, 15, 87),
             score(4, 10, 40)});
    add(55, {score(12, 15, 80), score(15, 25, 59), score(12, 20, 60), score(9, 20, 43), score(3, 20, 40)});
    add(69, {score(12, 15, 78), score(12, 15, 78), score(13, 15, 87), score(12, 15, 82), score(4, 10, 36),
             score(6, 15, 41), score(10, 15, 68)});
    record.history = {{2015, {43, 38, 64, 54, 56, 52, 37, 57}, 401, {}},
                      {2017, {48, 42, 72, 60, 61, 53, 56, 63}, 475, {}},
                      {2018, {69, 63, 72, 61, 61, 59, 55, 69}, 509, {}}};
    return record;
}

} // namespace kompass::audit::sample
