#include "audit/audit.h"

#include "audit/area_checks.h"
#include "audit/history_checks.h"
#include "audit/score_range.h"
#include "audit/scoring_checks.h"

#include <cstddef>

namespace kompass::audit {

std::optional<Interval> unrounded(const Score& score, Grain grain) {
    if (!score.points) return std::nullopt;
    constexpr double units_a_point = ScoreRange::units_a_point;
    const auto range = scores_allowed(score, grain);
    return Interval{static_cast<double>(range.lower) / units_a_point,
                    static_cast<double>(range.upper) / units_a_point};
}

std::vector<AuditFinding> audit(const Record& record) {
    std::vector<AuditFinding> findings;
    const auto grains = grains_of(record);
    for (const auto& area : record.areas)
        check_area(area, grains, findings);
    check_history(record, findings);
    for (std::size_t i = 0; i < record.scorings.size(); ++i)
        check_scoring(record.scorings[i], number_of_scoring(i), record, findings);
    return findings;
}

} // namespace kompass::audit
