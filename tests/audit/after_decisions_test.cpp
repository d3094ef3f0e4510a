#include "audit/after_decisions.h"

#include "audit/audit.h"
#include "model/figures.h"
#include "sample_reports.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

using namespace kompass;
using namespace kompass::audit;
using namespace kompass::audit::sample;

namespace {

Score& row(Record& record, std::size_t index) {
    return record.areas[0].questions.at(index).score;
}

void doubt(Score& score, const std::string& field, std::vector<Decimal> candidates) {
    score.doubtful.push_back(field);
    score.candidates[field] = std::move(candidates);
}

/// 60 points, that two pairs of scores of the first two questions give.
Record open_report() {
    Record record;
    record.areas = {area(
        3, out_of_hundred(60),
        {score(12, 15, 80), score(16, 25, 63), score(12, 20, 61), score(10, 20, 48), score(10, 20, 52)})};
    for (auto [index, points, percents] :
         {std::tuple{0U, std::vector<Decimal>{12, 13}, std::vector<Decimal>{80, 87}},
          std::tuple{1U, std::vector<Decimal>{15, 16}, std::vector<Decimal>{59, 63}}}) {
        doubt(row(record, index), "points", points);
        doubt(row(record, index), "percent", percents);
    }
    row(record, 1).points = 15; // as it was read
    row(record, 1).percent = 59;
    return record;
}

/// With the first question's points decided.
Record decided(const Record& published, Decimal points) {
    auto record = published;
    auto& score = row(record, 0);
    score.points = points;
    std::erase(score.doubtful, "points");
    score.candidates.erase("points");
    return record;
}

const std::set<Cell> first_points{question_cell("3.1", CellField::points)};

std::map<std::string, Decimal> values(const std::vector<SettledByDecision>& settled) {
    std::map<std::string, Decimal> found;
    for (const auto& one : settled)
        found.emplace(name_of(one.cell), one.value);
    return found;
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("what the arithmetic leaves alone after a decision is settled, with the checks that leave it") {
        const auto published = open_report();
        auto record = decided(published, 12);
        const auto settled = settle_after_decisions(published, record, first_points);
        CHECK(values(settled) ==
              std::map<std::string, Decimal>{{"3.1 percent", 80}, {"3.2 percent", 63}, {"3.2 points", 16}});
        CHECK(row(record, 1).points == 16);
        CHECK(row(record, 1).percent == 63);
        CHECK(row(record, 1).doubtful.empty());
        CHECK(row(record, 1).candidates.empty());
        for (const auto& one : settled)
            CHECK(one.checks == std::vector{CheckKind::row});
        REQUIRE(row(record, 1).repairs.size() == 2);
        CHECK(row(record, 1).repairs[0].checks == std::vector{CheckKind::row});
        CHECK(row(record, 1).repairs[0].field == "points");
        CHECK(row(record, 1).repairs[0].read == "15");
        CHECK(row(record, 1).repairs[0].why ==
              "settled by a decision: of 15, 16 the check of its row leaves 16 alone");
        for (const auto& finding : audit::audit(record))
            CHECK(finding.verdict != Verdict::inconsistent);
    }

    TEST_CASE("without a decision in the area nothing is settled, and nothing of another area") {
        const auto published = open_report();
        auto record = published;
        CHECK(settle_after_decisions(published, record, {}).empty());
        CHECK(settle_after_decisions(published, record, {question_cell("4.1", CellField::points)}).empty());
        CHECK(record == published);
    }

    TEST_CASE("a decision that leaves several values, or none, settles nothing") {
        auto published = open_report();
        auto record = decided(published, 7); // the area does not add up with it
        CHECK(settle_after_decisions(published, record, first_points).empty());
        CHECK(row(record, 1) == row(published, 1));

        // Of two that are open still, each may be either.
        for (const std::size_t index : {3U, 4U}) {
            row(published, index).percent.reset();
            doubt(row(published, index), "points", {10, 11, 9});
        }
        record = decided(published, 12);
        const auto settled = values(settle_after_decisions(published, record, first_points));
        CHECK_FALSE(settled.contains("3.4 points"));
        CHECK_FALSE(settled.contains("3.5 points"));
        CHECK(row(record, 3).doubtful == std::vector<std::string>{"points"});
    }

    TEST_CASE("where a check lacks a figure nothing is settled") {
        for (const int fault : {0, 1, 2, 3}) {
            CAPTURE(fault);
            auto published = open_report();
            if (fault == 0) published.areas[0].questions.erase(published.areas[0].questions.begin() + 2);
            if (fault == 1) row(published, 3).points.reset();
            if (fault == 2) row(published, 3).doubtful = {"points"}; // without candidates
            if (fault == 3) published.areas[0].total.max.reset();
            auto record = decided(published, 12);
            CHECK(settle_after_decisions(published, record, first_points).empty());
            CHECK(row(record, 1) == row(published, 1));
        }
    }

    TEST_CASE("as many candidates as are listed may not be all") {
        auto published = open_report();
        row(published, 1).candidates["points"] = {16, 15, 26, 36, 46, 56, 66, 76};
        auto record = decided(published, 12);
        CHECK(settle_after_decisions(published, record, first_points).empty());
    }

    TEST_CASE("what was left alone without the decision already stays doubtful") {
        auto published = open_report();
        for (const std::size_t index : {0U, 1U}) {
            row(published, index).doubtful.clear();
            row(published, index).candidates.clear();
        }
        row(published, 1) = score(16, 25, 63);
        doubt(row(published, 4), "percent", {52, 92}); // 92 does not go with 10 of 20
        auto record = decided(published, 12);
        CHECK(settle_after_decisions(published, record, first_points).empty());
        CHECK(row(record, 4).doubtful == std::vector<std::string>{"percent"});
    }

    TEST_CASE("scorings beside the report's own are settled alike") {
        auto published = open_report();
        Scoring other;
        other.areas = published.areas;
        published.scorings = {other};
        published.areas.clear();
        auto record = published;
        auto& score = record.scorings[0].areas[0].questions[0].score;
        score.points = 12;
        score.doubtful = {"percent"};
        score.candidates.erase("points");
        const auto settled = values(settle_after_decisions(
            published, record, {of_scoring(2, question_cell("3.1", CellField::points))}));
        CHECK(settled.at("scoring 2 3.2 points") == 16);
        CHECK(record.scorings[0].areas[0].questions[1].score.points == 16);
    }

    TEST_CASE("a column of earlier evaluations is settled by its sum once a person decided a figure of it") {
        // 43 + 38 + 64 + 54 + 56 + 52 + 94 = 401, and 94 is 31 + 63 or 37 + 57.
        Record published;
        published.history = {{2015, {43, 38, 64, 54, 56, 52, 31, 63}, 401, {}}};
        auto& column = published.history.front();
        for (const auto& [area, value] : {std::pair{7, 31}, std::pair{8, 57}}) {
            const auto cell = history_cell(2015, area);
            for (const auto& figure : figures(column))
                if (figure.cell == cell) {
                    figure.doubt();
                    (*figure.candidates)[figure.field] = {value, value + 6};
                }
        }
        auto record = published;
        for (const auto& figure : figures(record.history.front()))
            if (figure.cell == history_cell(2015, 7)) {
                figure.trust();
                *figure.value = 37;
            }
        const auto settled = settle_after_decisions(published, record, {history_cell(2015, 7)});
        REQUIRE(settled.size() == 1);
        CHECK(values(settled).at("history 2015 area 8") == 57);
        CHECK(record.history.front().areas.at(7) == Decimal(57));
        CHECK(is_settled_by_decision(settled.front().why));
        CHECK(settled.front().why ==
              "settled by a decision: of 57, 63 the check of the history leaves 57 alone");

        auto other = published; // a decision about another column leaves it open
        CHECK(settle_after_decisions(published, other, {history_cell(2013, 7)}).empty());
        auto wrong = published; // none makes the sum hold
        *figures(wrong.history.front()).at(6).value = 99;
        figures(wrong.history.front()).at(6).trust();
        CHECK(settle_after_decisions(published, wrong, {history_cell(2015, 7)}).empty());
    }
}
