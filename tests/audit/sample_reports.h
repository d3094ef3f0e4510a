// Records of figures alone, for the audit's tests: built in a line, changed cell by cell.
#pragma once

#include "model/record.h"

#include <string>
#include <utility>
#include <vector>

namespace kompass::audit::sample {

[[nodiscard]] inline Score score(Decimal points, int max, int percent) {
    return {points, max, percent, {}, {}, {}, {}};
}

/// An area whose questions are numbered in order and whose box agrees with the total.
[[nodiscard]] inline Area area(int number, const Score& total, const std::vector<Score>& rows) {
    Area area;
    area.number = number;
    area.title = "Område";
    area.total = total;
    area.box_points = total.points;
    for (const auto& row : rows)
        area.questions.push_back(
            {std::to_string(number) + "." + std::to_string(area.questions.size() + 1), "Fråga", row});
    return area;
}

/// Points of 100, percent equal to them.
[[nodiscard]] inline Score out_of_hundred(int points) {
    return score(points, 100, points);
}

[[nodiscard]] inline std::vector<AuditFinding> of_kind(const std::vector<AuditFinding>& findings,
                                                       CheckKind kind) {
    std::vector<AuditFinding> chosen;
    for (const auto& finding : findings)
        if (finding.kind == kind) chosen.push_back(finding);
    return chosen;
}

[[nodiscard]] inline std::vector<AuditFinding> with_verdict(const std::vector<AuditFinding>& findings,
                                                            Verdict verdict) {
    std::vector<AuditFinding> chosen;
    for (const auto& finding : findings)
        if (finding.verdict == verdict) chosen.push_back(finding);
    return chosen;
}

[[nodiscard]] inline std::vector<std::string> cells(const std::vector<AuditFinding>& findings) {
    std::vector<std::string> names;
    for (const auto& finding : findings)
        names.push_back(name_of(finding.cell));
    return names;
}

/// The figures of seeds/norsjo-2018, as its OCR left them.
[[nodiscard]] Record norsjo_2018();

} // namespace kompass::audit::sample
