#include "extractors/readings.h"

#include "audit/score_range.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace kompass {

namespace {

std::vector<int> choices(const Score& score, const char* field, int value) {
    const auto found = score.candidates.find(field);
    return found == score.candidates.end() || found->second.empty() ? std::vector<int>{value} : found->second;
}

bool is_possible(const Score& score) {
    return *score.max > 0 && *score.points <= *score.max && *score.percent <= 100 &&
           !audit::scores_allowed(score).empty();
}

/// Every combination of the readings that a row may have.
std::vector<Score> possible_rows(const Score& score) {
    std::vector<Score> rows;
    for (const int points : choices(score, "points", *score.points))
        for (const int max : choices(score, "max", *score.max))
            for (const int percent : choices(score, "percent", *score.percent)) {
                Score row;
                row.points = points;
                row.max = max;
                row.percent = percent;
                if (is_possible(row)) rows.push_back(row);
            }
    return rows;
}

void settle(Score& score, const char* field, std::optional<int>& value, int settled) {
    const auto candidates = score.candidates.find(field);
    // One reading alone, unsure: nothing it could be chosen from.
    if (candidates == score.candidates.end() || candidates->second.size() < 2) return;
    if (*value != settled)
        score.repairs.push_back({field, std::to_string(*value), settled,
                                 "of the readings the only one that the row's other figures allow"});
    value = settled;
    score.candidates.erase(candidates);
    std::erase(score.doubtful, field);
}

} // namespace

void settle_by_row(Score& score) {
    if (score.candidates.empty() || !score.points || !score.max || !score.percent) return;
    const auto rows = possible_rows(score);
    if (rows.size() != 1) return;
    settle(score, "points", score.points, *rows.front().points);
    settle(score, "max", score.max, *rows.front().max);
    settle(score, "percent", score.percent, *rows.front().percent);
}

} // namespace kompass
