#include "model/record_facts.h"

#include "model/instrument.h"

#include <algorithm>
#include <iterator>

namespace kompass {

bool failed(const Record& record) {
    return std::any_of(record.troubles.begin(), record.troubles.end(),
                       [](const Trouble& trouble) { return trouble.severity == Severity::error; });
}

std::optional<Decimal> points_in_all(const std::vector<std::optional<Decimal>>& areas) {
    if (areas.size() != area_count) return std::nullopt;
    Decimal sum;
    for (const auto& points : areas) {
        if (!points) return std::nullopt;
        sum += *points;
    }
    return sum;
}

std::optional<Decimal> points_in_all(const std::vector<Area>& areas) {
    std::vector<std::optional<Decimal>> totals;
    totals.reserve(areas.size());
    for (const auto& area : areas)
        totals.push_back(area.total.points);
    return points_in_all(totals);
}

bool is_doubtful(const std::vector<std::string>& doubtful, std::string_view field) {
    return std::find(doubtful.begin(), doubtful.end(), field) != doubtful.end();
}

void add_doubt(std::vector<std::string>& doubtful, std::string_view field) {
    if (!is_doubtful(doubtful, field)) doubtful.emplace_back(field);
}

namespace {

std::size_t doubtful_fields_of(const std::vector<Area>& areas) {
    std::size_t count = 0;
    for (const auto& area : areas) {
        count += area.doubtful.size() + area.total.doubtful.size();
        for (const auto& question : area.questions)
            count += question.score.doubtful.size();
    }
    return count;
}

} // namespace

int doubtful_fields(const Record& record) {
    auto count = record.doubtful.size() + doubtful_fields_of(record.areas);
    for (const auto& scoring : record.scorings)
        count += scoring.doubtful.size() + scoring.total.doubtful.size() + doubtful_fields_of(scoring.areas);
    return static_cast<int>(count);
}

std::vector<AuditFinding> inconsistencies(const Record& record) {
    std::vector<AuditFinding> found;
    std::copy_if(record.findings_of_audit.begin(), record.findings_of_audit.end(), std::back_inserter(found),
                 [](const AuditFinding& finding) { return finding.verdict == Verdict::inconsistent; });
    return found;
}

} // namespace kompass
