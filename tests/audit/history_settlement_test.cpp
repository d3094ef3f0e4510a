#include "audit/history_settlement.h"

#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace kompass;
using namespace kompass::audit;

namespace {

/// 43 + 38 + 64 + 54 + 56 + 52 + 37 + 57 = 401.
HistoryColumn column() {
    return {2015, {43, 38, 64, 54, 56, 52, 37, 57}, 401, {}};
}

Evidence by_ocr() {
    Evidence evidence;
    evidence.ocr_pages = {1};
    return evidence;
}

void settle(HistoryColumn& column, const Evidence& evidence = by_ocr(),
            std::optional<std::int64_t> points_in_all = std::nullopt) {
    settle_column(column, points_in_all, evidence, testing::knowledge().digits);
}

using Fields = std::vector<std::string>;
using Values = std::vector<Decimal>;

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("a figure that was not read is what the sum leaves") {
        auto lacking = column();
        lacking.areas[2].reset();
        lacking.doubtful = {"area 3"};
        settle(lacking);
        CHECK(lacking.areas[2] == 64);
        CHECK(lacking.doubtful.empty());
        REQUIRE(lacking.repairs.size() == 1);
        CHECK(lacking.repairs[0].field == "area 3");
        CHECK(lacking.repairs[0].read.empty());
        CHECK(lacking.repairs[0].why ==
              "history 2015 area 3 cannot be read; with 64 the eight areas sum to 401");

        auto no_total = column();
        no_total.total.reset();
        no_total.doubtful = {"total"};
        settle(no_total);
        CHECK(no_total.total == 401);
    }

    TEST_CASE("in a column of halves a figure that was not read may have one") {
        auto lacking = column();
        const auto half = Decimal::from_tenths(5);
        *lacking.areas[0] += half;
        lacking.areas[2].reset();
        lacking.doubtful = {"area 3"};
        lacking.total = 401;
        settle(lacking);
        CHECK(lacking.areas[2] == 63 + half);
        CHECK(lacking.repairs.at(0).why ==
              "history 2015 area 3 cannot be read; with 63.5 the eight areas sum to 401");
    }

    TEST_CASE("of an area, 100 points are possible and 101 are not") {
        for (const int points : {99, 100, 101, 102}) {
            auto lacking = column();
            lacking.total = 401 - 64 + points;
            lacking.areas[2].reset();
            settle(lacking);
            CHECK(lacking.areas[2] == (points <= 100 ? std::optional(points) : std::nullopt));
        }
    }

    TEST_CASE("of two figures that were not read, none is guessed") {
        for (const auto second : {std::size_t{3}, std::size_t{7}}) {
            auto lacking = column();
            lacking.areas[2].reset();
            lacking.areas[second].reset();
            lacking.doubtful = {"area 3", "area " + std::to_string(second + 1)};
            const auto before = lacking;
            settle(lacking);
            CHECK(lacking == before);
        }
        auto and_total = column();
        and_total.areas[2].reset();
        and_total.total.reset();
        and_total.doubtful = {"area 3", "total"};
        const auto before = and_total;
        settle(and_total);
        CHECK(and_total == before);
    }

    TEST_CASE("a column of fewer than eight areas is left alone") {
        auto few = column();
        few.areas.pop_back();
        few.areas[2].reset();
        few.total = 344;
        const auto before = few;
        settle(few);
        CHECK(few == before);
    }

    TEST_CASE("what OCR also saw is taken if the sum calls for it alone") {
        auto misread = column();
        misread.areas[7] = 51;
        auto evidence = by_ocr();
        evidence.unsure[history_cell(2015, 8)] = {0.5, {57, 87}};
        settle(misread, evidence);
        CHECK(misread.areas[7] == 57);
        CHECK(misread.repairs.at(0).read == "51");
        CHECK(misread.repairs.at(0).checks == std::vector{CheckKind::history_sum});
    }

    TEST_CASE("where two choices make the sum hold, both figures stay doubtful with their values") {
        auto misread = column();
        misread.areas[0] = 48; // for 43
        misread.areas[1] = 38;
        auto evidence = by_ocr();
        evidence.unsure[history_cell(2015, 1)] = {0.5, {43}};
        evidence.unsure[history_cell(2015, 2)] = {0.5, {33}};
        settle(misread, evidence);
        CHECK(misread.areas[0] == 48);
        CHECK(misread.areas[1] == 38);
        CHECK(misread.doubtful == Fields{"area 1", "area 2"});
        CHECK(misread.candidates.at("area 1") == Values{48, 43});
        CHECK(misread.repairs.empty());
    }

    TEST_CASE("figures that no choice makes hold stay as they were read") {
        auto wrong = column();
        wrong.total = 475;
        auto evidence = by_ocr();
        evidence.unsure[history_cell(2015, 8)] = {0.5, {51}};
        const auto before = wrong;
        settle(wrong, evidence);
        CHECK(wrong == before);
    }

    TEST_CASE("the total of the own year's column is mended if a usual misreading gives the areas' sum") {
        auto own = column();
        own.total = 407; // 1 and 7 look alike
        settle(own, by_ocr(), 401);
        CHECK(own.total == 401);
        CHECK(own.repairs.at(0).why == "history 2015 total reads 407; with 401 the eight areas sum to 401");

        auto unusual = column();
        unusual.total = 475;
        const auto before = unusual;
        settle(unusual, by_ocr(), 401);
        CHECK(unusual == before);

        auto not_own = column();
        not_own.total = 407;
        const auto other = not_own;
        settle(not_own);
        CHECK(not_own == other);
        settle(not_own, by_ocr(), 402); // the report's own areas bear no witness to this sum
        CHECK(not_own == other);
    }

    TEST_CASE("what no OCR read is never changed") {
        auto lacking = column();
        lacking.areas[2].reset();
        lacking.places = {{2, std::nullopt}};
        const auto before = lacking;
        settle(lacking);
        CHECK(lacking == before);
        settle(lacking, Evidence{});
        CHECK(lacking == before);
    }
}
