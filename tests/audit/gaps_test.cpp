// Figures that stand nowhere in their row.
#include "audit/gaps.h"

#include <doctest/doctest.h>

#include <map>

using namespace kompass;

namespace {

Question row(const std::string& number, std::optional<Decimal> points, std::optional<Decimal> max,
             std::optional<Decimal> percent) {
    Question question;
    question.number = number;
    question.score.points = points;
    question.score.max = max;
    question.score.percent = percent;
    return question;
}

Record with(std::vector<Question> questions) {
    Record record;
    Area area;
    area.number = 1;
    area.total = row("", 40, 100, 40).score;
    area.questions = std::move(questions);
    record.areas = {area};
    audit::doubt_gaps(record);
    return record;
}

using Names = std::vector<std::string>;
using Values = std::vector<Decimal>;

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("a percent that the other rows have is doubtful, with what its row allows, nearest first") {
        const auto record = with({row("1.1", 10, 20, 50), row("1.2", 7, 40, std::nullopt)});
        const auto& gap = record.areas[0].questions[1].score;
        CHECK(gap.doubtful == Names{"percent"});
        CHECK(gap.candidates == std::map<std::string, Values>{{"percent", {17, 18, 16, 19}}});
        CHECK_FALSE(gap.percent);
        CHECK(record.areas[0].questions[0].score.doubtful.empty());
        CHECK(record.areas[0].total.doubtful.empty());
    }

    TEST_CASE("points follow from maximum and percent, a maximum from nothing in its row") {
        const auto record =
            with({row("1.1", 10, 20, 50), row("1.2", std::nullopt, 25, 84), row("1.3", 8, std::nullopt, 53)});
        const auto& questions = record.areas[0].questions;
        CHECK(questions[1].score.doubtful == Names{"points"});
        CHECK(questions[1].score.candidates.at("points") == Values{21});
        CHECK(questions[2].score.doubtful == Names{"max"});
        CHECK(questions[2].score.candidates.empty());
    }

    TEST_CASE("where points are given in halves, they may be halves") {
        const auto half = [](std::int64_t tenths) { return Decimal::from_tenths(tenths); };
        const auto record = with(
            {row("1.1", half(95), 20, 48), row("1.2", half(25), 10, 25), row("1.3", std::nullopt, 10, 84)});
        CHECK(record.areas[0].questions[2].score.candidates.at("points") == Values{half(85)});
    }

    TEST_CASE("a report without percents lacks none, and a row without two figures is no gap") {
        auto record = with({row("1.1", 10, 20, std::nullopt), row("1.2", std::nullopt, 25, std::nullopt)});
        CHECK(record.areas[0].questions[0].score.doubtful.empty());
        CHECK(record.areas[0].questions[1].score.doubtful.empty());
    }
}
