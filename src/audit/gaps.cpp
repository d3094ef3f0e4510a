#include "audit/gaps.h"

#include "audit/grain.h"
#include "audit/score_range.h"
#include "model/record_facts.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace kompass::audit {

namespace {

struct Field {
    std::optional<Decimal> Score::*value;
    const char* name;
};

constexpr std::array<Field, 3> kFields = {{
    {&Score::points, "points"},
    {&Score::max, "max"},
    {&Score::percent, "percent"},
}};

/// The rows of all score tables, questions and sums.
std::vector<Score*> rows_of(Record& record) {
    std::vector<Score*> rows;
    for (auto& area : record.areas) {
        if (area.questions.empty()) continue;
        for (auto& question : area.questions)
            rows.push_back(&question.score);
        rows.push_back(&area.total);
    }
    return rows;
}

/// All numbers of the range, the one nearest to `plain` (a fraction of two whole numbers) first.
std::vector<Decimal> nearest_first(const Numbers& numbers, std::int64_t above, std::int64_t below) {
    std::vector<Decimal> all;
    for (auto value = numbers.first; !numbers.empty() && value <= numbers.last;
         value += step_of(numbers.grain))
        all.push_back(value);
    const auto distance = [&](Decimal value) { return std::abs(value.tenths() * below - above); };
    std::stable_sort(all.begin(), all.end(), [&](Decimal a, Decimal b) { return distance(a) < distance(b); });
    return all;
}

/// What the row's other two figures allow.
std::vector<Decimal> candidates_of(const Score& row, const Field& field, Grain grain) {
    const bool possible = row.max && *row.max > 0;
    if (field.value == &Score::percent && possible && row.points)
        return nearest_first(around_points(*row.points, grain).percents_of(*row.max),
                             row.points->tenths() * 100, row.max->whole());
    if (field.value == &Score::points && possible && row.percent)
        return nearest_first(around_percent(*row.percent, *row.max).rounded(grain),
                             row.percent->tenths() * row.max->whole(), 100);
    return {};
}

void doubt(Score& row, const Field& field, Grain grain) {
    const std::string name = field.name;
    add_doubt(row.doubtful, name);
    auto& known = row.candidates[name];
    if (known.empty()) known = candidates_of(row, field, grain);
    if (known.empty()) row.candidates.erase(name);
}

} // namespace

void doubt_gaps(Record& record) {
    const auto rows = rows_of(record);
    const auto grains = grains_of(record);
    for (const auto& field : kFields) {
        const auto having = std::count_if(rows.begin(), rows.end(),
                                          [&](const Score* row) { return (row->*field.value).has_value(); });
        // A column that most rows lack is none of the report's.
        if (having * 2 < std::ssize(rows)) continue;
        for (auto* row : rows) {
            const auto lacking = std::count_if(kFields.begin(), kFields.end(), [&](const Field& each) {
                return !(row->*each.value).has_value();
            });
            if (lacking == 1 && !(row->*field.value)) doubt(*row, field, grains.questions);
        }
    }
}

} // namespace kompass::audit
