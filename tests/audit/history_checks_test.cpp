#include "audit/history_checks.h"

#include "sample_reports.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace kompass;
using namespace kompass::audit;
using namespace kompass::audit::sample;

namespace {

Record with_history(std::vector<std::optional<Decimal>> areas, std::optional<Decimal> total) {
    Record record;
    record.year = 2018;
    for (int number = 1; number <= 8; ++number)
        record.areas.push_back(area(number, out_of_hundred(10 * number), {}));
    record.history = {{2018, std::move(areas), total, {{7, std::nullopt}}}};
    return record;
}

std::vector<AuditFinding> checked(const Record& record) {
    std::vector<AuditFinding> findings;
    check_history(record, findings);
    return findings;
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("the column of the report's own year agrees with its areas") {
        const auto findings = checked(with_history({10, 20, 30, 40, 50, 60, 70, 80}, 360));
        const auto own = of_kind(findings, CheckKind::history_year);
        REQUIRE(own.size() == 1);
        CHECK(own[0].verdict == Verdict::exact);
        CHECK(name_of(own[0].cell) == "history 2018");
        CHECK(own[0].printed == "10, 20, 30, 40, 50, 60, 70, 80, 360");
        CHECK(own[0].places == Places{{7, std::nullopt}});
        CHECK(of_kind(findings, CheckKind::history_sum).at(0).verdict == Verdict::exact);
    }

    TEST_CASE("each figure of the own year's column that differs has a finding") {
        const auto own = of_kind(checked(with_history({10, 20, 33, 40, 50, std::nullopt, 70, 81}, 365)),
                                 CheckKind::history_year);
        REQUIRE(cells(own) ==
                std::vector<std::string>{"history 2018 area 3", "history 2018 area 8", "history 2018 total"});
        CHECK(own[0].area == 3);
        CHECK(own[0].printed == "33");
        CHECK(own[0].expected == "30");
        CHECK(own[2].printed == "365");
        CHECK(own[2].expected == "360");
        CHECK(with_verdict(own, Verdict::inconsistent).size() == 3);
    }

    TEST_CASE("columns that lack figures, and other years, are compared no further than they can be") {
        CHECK(of_kind(checked(with_history({10, 20, 30}, 60)), CheckKind::history_sum).empty());
        CHECK(of_kind(checked(with_history({}, std::nullopt)), CheckKind::history_year).empty());
        auto record = with_history({1, 2, 3, 4, 5, 6, 7, 8}, 36);
        record.year = 2017;
        CHECK(of_kind(checked(record), CheckKind::history_year).empty());
        record.year.reset();
        CHECK(of_kind(checked(record), CheckKind::history_year).empty());
    }

    TEST_CASE("a column sums up or does not: one point is enough, and says both figures") {
        for (const int total : {359, 361}) {
            const auto sum = of_kind(checked(with_history({10, 20, 30, 40, 50, 60, 70, 80}, total)),
                                     CheckKind::history_sum);
            REQUIRE(sum.size() == 1);
            CHECK(sum[0].verdict == Verdict::inconsistent);
            CHECK(sum[0].area == 0);
            CHECK(name_of(sum[0].cell) == "history 2018 total");
            CHECK(sum[0].printed == std::to_string(total));
            CHECK(sum[0].expected == "360");
            CHECK(sum[0].explanation ==
                  "The eight areas of 2018 sum to 360; the report prints " + std::to_string(total) + ".");
        }
    }

    TEST_CASE("a column that lacks one area, or has one too many, has no sum") {
        const auto sums = [](std::vector<std::optional<Decimal>> areas) {
            return of_kind(checked(with_history(std::move(areas), 360)), CheckKind::history_sum).size();
        };
        CHECK(sums({10, 20, 30, 40, 50, 60, 70, 80}) == 1);
        CHECK(sums({10, 20, 30, 40, 50, 60, 70, std::nullopt}) == 0);
        CHECK(sums({std::nullopt, 20, 30, 40, 50, 60, 70, 80}) == 0);
        CHECK(sums({10, 20, 30, 40, 50, 60, 70, 80, 0}) == 0);
    }

    TEST_CASE("the own year's total is compared only if every area has one") {
        auto record = with_history({10, 20, 30, 40, 50, 60, 70, 80}, 365);
        CHECK(cells(of_kind(checked(record), CheckKind::history_year)) ==
              std::vector<std::string>{"history 2018 total"});
        record.areas[4].total.points.reset();
        const auto rest = of_kind(checked(record), CheckKind::history_year);
        REQUIRE(rest.size() == 1);
        CHECK(rest[0].verdict == Verdict::exact);
        CHECK(rest[0].printed == "10, 20, 30, 40, 60, 70, 80");
    }

    TEST_CASE("columns of other years are summed, each for itself") {
        auto record = with_history({10, 20, 30, 40, 50, 60, 70, 80}, 360);
        record.history.insert(record.history.begin(), {2016, {1, 1, 1, 1, 1, 1, 1, 1}, 9, {}});
        const auto sums = of_kind(checked(record), CheckKind::history_sum);
        REQUIRE(sums.size() == 2);
        CHECK(name_of(sums[0].cell) == "history 2016 total");
        CHECK(sums[0].verdict == Verdict::inconsistent);
        CHECK(sums[1].verdict == Verdict::exact);
        CHECK(of_kind(checked(record), CheckKind::history_year).size() == 1);
    }
}
