#include "model/record_facts.h"

#include <algorithm>
#include <iterator>

namespace kompass {

bool failed(const Record& record) {
    return std::any_of(record.troubles.begin(), record.troubles.end(),
                       [](const Trouble& trouble) { return trouble.severity == Severity::error; });
}

std::optional<int> points_in_all(const Record& record) {
    constexpr std::size_t areas_of_the_instrument = 8;
    if (record.areas.size() != areas_of_the_instrument) return std::nullopt;
    int sum = 0;
    for (const auto& area : record.areas) {
        if (!area.total.points) return std::nullopt;
        sum += *area.total.points;
    }
    return sum;
}

int doubtful_fields(const Record& record) {
    auto count = record.doubtful.size();
    for (const auto& area : record.areas) {
        count += area.doubtful.size() + area.total.doubtful.size();
        for (const auto& question : area.questions)
            count += question.score.doubtful.size();
    }
    return static_cast<int>(count);
}

std::vector<AuditFinding> inconsistencies(const Record& record) {
    std::vector<AuditFinding> found;
    std::copy_if(record.findings_of_audit.begin(), record.findings_of_audit.end(), std::back_inserter(found),
                 [](const AuditFinding& finding) { return finding.verdict == Verdict::inconsistent; });
    return found;
}

} // namespace kompass
