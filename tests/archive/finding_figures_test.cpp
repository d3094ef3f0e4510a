// The figures in the words of findings: those that the arithmetic makes are all read back.
#include "archive/evaluation/finding_figures.h"

#include "audit/audit.h"

#include <doctest/doctest.h>

namespace {

using namespace kompass;
using namespace kompass::archive;

AuditFinding finding(CheckKind kind, const std::string& printed, const std::string& expected) {
    AuditFinding made;
    made.kind = kind;
    made.verdict = Verdict::inconsistent;
    made.printed = printed;
    made.expected = expected;
    return made;
}

Bounds bounds(Decimal from, Decimal to) {
    return {from, to};
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("a row's figures and what the rest of it allows") {
        const auto figures = figures_of(finding(CheckKind::row, "10 of 15, 35 %", "5–6 of 15, or 64–69 %"));
        CHECK(figures.points == 10);
        CHECK(figures.max == 15);
        CHECK(figures.percent == 35);
        CHECK(figures.expected_points == bounds(5, 6));
        CHECK(figures.expected_max == bounds(15, 15));
        CHECK(figures.expected_percent == bounds(64, 69));
    }

    TEST_CASE("other checks are of one figure, which may have a half") {
        const auto sum = figures_of(finding(CheckKind::sum, "52", "50.5"));
        CHECK(sum.points == 52);
        CHECK(sum.expected_points == bounds(Decimal::from_tenths(505), Decimal::from_tenths(505)));
        CHECK_FALSE(sum.max);
        const auto hundred = figures_of(finding(CheckKind::hundred, "90", "100"));
        CHECK(hundred.max == 90);
        CHECK(hundred.expected_max == bounds(100, 100));
        CHECK_FALSE(hundred.points);
    }

    TEST_CASE("what is said in words alone names no figure") {
        const auto bad = figures_of(finding(CheckKind::row, "10 of 0, 35 %", "a maximum above 0"));
        CHECK(bad.max == 0);
        CHECK_FALSE(bad.expected_max);
        CHECK(figures_of(finding(CheckKind::row, "tio", "no whole number %")) == FindingFigures{});
        CHECK(figures_of(finding(CheckKind::sum, "", "9–4")) == FindingFigures{});
    }

    TEST_CASE("each finding of the arithmetic on whatever figures names its own") {
        for (const int percent : {0, 33, 35, 68, 100})
            for (const int points : {0, 5, 10, 15}) {
                Record record;
                record.areas.resize(1);
                record.areas[0].number = 1;
                record.areas[0].questions = {{"1.1", "", {points, 15, percent, {}, {}, {}, {}}}};
                record.areas[0].total = {points + 1, 90, percent, {}, {}, {}, {}};
                record.areas[0].box_points = 3;
                for (const auto& made : audit::audit(record)) {
                    CAPTURE(made.printed);
                    CAPTURE(made.expected);
                    const auto figures = figures_of(made);
                    CHECK((figures.points || figures.max));
                    if (made.expected.find("no ") == std::string::npos)
                        CHECK((figures.expected_points || figures.expected_max || figures.expected_percent));
                    if (made.kind == CheckKind::row)
                        CHECK((figures.points && figures.max && figures.percent));
                }
            }
    }

} // TEST_SUITE
