// The borders of each check of an area; what they say in words is in audit_test.cpp.
#include "audit/area_checks.h"

#include "sample_reports.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace kompass;
using namespace kompass::audit;
using namespace kompass::audit::sample;

namespace {

std::vector<AuditFinding> checked(const Area& area, CheckKind kind) {
    std::vector<AuditFinding> findings;
    check_area(area, {}, findings);
    return of_kind(findings, kind);
}

Verdict verdict_of(const Area& area, CheckKind kind) {
    const auto findings = checked(area, kind);
    REQUIRE(findings.size() == 1);
    return findings[0].verdict;
}

/// An area with one question.
Area alone(const Score& row, const Score& total) {
    return area(4, total, {row});
}

/// Scores from 9.9 to 10.1, 19.95 to 20.25, 29.75 to 30.25: their sum is from 59.6 to 60.6.
Area rounded_to(int total) {
    return area(3, out_of_hundred(total), {score(10, 20, 50), score(20, 30, 67), score(30, 50, 60)});
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("points and percent of a total: exact, explained by rounding, impossible") {
        CHECK(verdict_on_total(52, 100, 52) == Verdict::exact);
        CHECK(verdict_on_total(52, 100, 51) == Verdict::inconsistent);
        CHECK(verdict_on_total(52, 100, 53) == Verdict::inconsistent);
        CHECK(verdict_on_total(1, 8, 12) == Verdict::exact); // 12.5
        CHECK(verdict_on_total(1, 8, 13) == Verdict::exact);
        CHECK(verdict_on_total(1, 8, 14) == Verdict::rounding);
        CHECK(verdict_on_total(52, 90, 57) == Verdict::rounding);
        CHECK(verdict_on_total(52, 90, 59) == Verdict::inconsistent); // 53.1 of 90
        CHECK(verdict_on_total(0, 100, 0) == Verdict::exact);
        CHECK(verdict_on_total(100, 100, 100) == Verdict::exact);
    }

    TEST_CASE("rows of which one is missing are not summed") {
        for (const std::size_t lost : {0U, 1U}) {
            auto area = rounded_to(60);
            area.questions.erase(area.questions.begin() + static_cast<std::ptrdiff_t>(lost));
            CHECK(checked(area, CheckKind::sum).empty());
            CHECK(checked(area, CheckKind::maxima).empty());
        }
        CHECK(checked(rounded_to(60), CheckKind::maxima).size() == 1);
    }

    TEST_CASE("a sum is exact, explained or neither: the figures beside each border") {
        CHECK(verdict_of(rounded_to(58), CheckKind::sum) == Verdict::inconsistent);
        CHECK(verdict_of(rounded_to(59), CheckKind::sum) == Verdict::inconsistent);
        CHECK(verdict_of(rounded_to(60), CheckKind::sum) == Verdict::exact);
        CHECK(verdict_of(rounded_to(61), CheckKind::sum) == Verdict::rounding);
        CHECK(verdict_of(rounded_to(62), CheckKind::sum) == Verdict::inconsistent);
    }

    TEST_CASE("one question more or less than a sum needs") {
        auto lacking = rounded_to(60);
        lacking.questions[1].score.points.reset();
        CHECK(checked(lacking, CheckKind::sum).empty());
        CHECK(checked(lacking, CheckKind::maxima).size() == 1);
        lacking.questions[1].score = score(20, 30, 67);
        lacking.questions[1].score.max.reset();
        CHECK(checked(lacking, CheckKind::sum).size() == 1);
        CHECK(checked(lacking, CheckKind::maxima).empty());
        lacking.questions.clear();
        CHECK(checked(lacking, CheckKind::sum).empty());
        CHECK(checked(lacking, CheckKind::maxima).empty());
        lacking.total.max.reset();
        CHECK(checked(lacking, CheckKind::hundred).empty());
    }

    TEST_CASE("maxima, hundred and box: one off is inconsistent, either way") {
        for (const int off : {-1, 0, 1}) {
            auto changed = rounded_to(60);
            changed.total.max = 100 + off;
            changed.box_points = 60 + off;
            const auto verdict = off == 0 ? Verdict::exact : Verdict::inconsistent;
            for (const auto kind : {CheckKind::maxima, CheckKind::hundred, CheckKind::box})
                CHECK(verdict_of(changed, kind) == verdict);
            CHECK(checked(changed, CheckKind::box).at(0).printed == std::to_string(60 + off));
            CHECK(checked(changed, CheckKind::box).at(0).expected == "60");
        }
    }

    TEST_CASE("the number of questions in words, and from thirteen on in figures") {
        const auto words = [](int count) {
            std::vector<Score> rows(static_cast<std::size_t>(count), score(1, 2, 50));
            return checked(area(1, out_of_hundred(count), rows), CheckKind::sum).at(0).explanation;
        };
        CHECK(words(1).starts_with("The one question sums to 1"));
        CHECK(words(2).starts_with("The two questions sum to 2"));
        CHECK(words(12).starts_with("The twelve questions sum to 12"));
        CHECK(words(13).starts_with("The 13 questions sum to 13"));
    }

    TEST_CASE("a row that contradicts itself is a half at most: both ends belong to a score") {
        CHECK(verdict_of(alone(score(2, 10, 25), {}), CheckKind::row) == Verdict::exact);
        CHECK(verdict_of(alone(score(2, 10, 26), {}), CheckKind::row) == Verdict::inconsistent);
        CHECK(verdict_of(alone(score(2, 10, 15), {}), CheckKind::row) == Verdict::exact);
        CHECK(verdict_of(alone(score(2, 10, 14), {}), CheckKind::row) == Verdict::inconsistent);
    }

    TEST_CASE("a maximum of 1 can be reached in part, one of 0 or less cannot") {
        CHECK(verdict_of(alone(score(1, 1, 100), {}), CheckKind::row) == Verdict::exact);
        for (const int max : {0, -1}) {
            CHECK(verdict_of(alone(score(0, max, 0), {}), CheckKind::row) == Verdict::inconsistent);
            CHECK(verdict_of(area(4, score(0, max, 0), {}), CheckKind::row) == Verdict::inconsistent);
        }
    }
}
