#include "audit/scoring_checks.h"

#include "audit/audit.h"
#include "sample_reports.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace kompass;
using namespace kompass::audit;
using namespace kompass::audit::sample;

namespace {

/// Eight areas of 10.5, 20.5, … points, and their sum.
Scoring in_halves() {
    Scoring scoring;
    Decimal sum;
    for (int number = 1; number <= 8; ++number) {
        auto one = area(number, out_of_hundred(10 * number), {});
        one.total.points = Decimal::from_tenths(100 * number + 5);
        one.total.percent = std::nullopt;
        one.box_points = std::nullopt;
        sum += *one.total.points;
        scoring.areas.push_back(std::move(one));
    }
    scoring.total.points = sum;
    scoring.total.max = 800;
    return scoring;
}

std::vector<std::string> contradictions(const Scoring& scoring, const Record& report) {
    std::vector<AuditFinding> findings;
    check_scoring(scoring, 2, report, findings);
    std::vector<std::string> cells;
    for (const auto& finding : findings)
        if (finding.verdict == Verdict::inconsistent) cells.push_back(name_of(finding.cell));
    return cells;
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("a scoring's areas sum to its grand total, exactly to the half") {
        auto scoring = in_halves();
        CHECK(scoring.total.points == Decimal(364));
        CHECK(contradictions(scoring, {}).empty());
        scoring.total.points = Decimal::from_tenths(3645);
        CHECK(contradictions(scoring, {}) == std::vector<std::string>{"scoring 2 total points"});
        scoring.total.points = 364;
        scoring.total.max = 700;
        CHECK(contradictions(scoring, {}) == std::vector<std::string>{"scoring 2 total max"});
    }

    TEST_CASE("a scoring is held to its own figures, never to the report's") {
        Record report;
        report.year = 2010;
        for (int number = 1; number <= 8; ++number)
            report.areas.push_back(area(number, out_of_hundred(5), {}));
        auto scoring = in_halves();
        std::vector<std::optional<Decimal>> points;
        for (const auto& one : scoring.areas)
            points.push_back(one.total.points);
        scoring.history = {{2010, points, scoring.total.points, {}}};
        report.scorings = {scoring};
        const auto findings = audit::audit(report);
        CHECK(std::none_of(findings.begin(), findings.end(), [](const AuditFinding& finding) {
            return finding.verdict == Verdict::inconsistent;
        }));
        report.scorings.front().history.front().areas[2] = 99;
        CHECK(contradictions(report.scorings.front(), report) ==
              std::vector<std::string>{"scoring 2 history 2010 total", "scoring 2 history 2010 area 3"});
    }
}
