// Doubt that must stay, and evidence that must be weighed; what is repaired is in settlement_test.cpp.
#include "audit/area_settlement.h"

#include "model/figures.h"
#include "rules/edition.h"
#include "sample_reports.h"
#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace kompass;
using namespace kompass::audit;
using namespace kompass::audit::sample;

namespace {

Evidence by_ocr() {
    Evidence evidence;
    evidence.ocr_pages = {1};
    return evidence;
}

AreaOutcome settled(Area& area, const Evidence& evidence = by_ocr(),
                    const rules::AreaDefinition* definition = nullptr, bool boxes = false) {
    return settle_area(area, std::nullopt,
                       {evidence, testing::knowledge().digits, definition, false, boxes, {}});
}

/// Every check holds; 60 points.
Area sound() {
    return area(
        3, out_of_hundred(60),
        {score(12, 15, 80), score(16, 25, 63), score(12, 20, 61), score(10, 20, 48), score(10, 20, 52)});
}

void unread(Score& score, const std::string& field) {
    (field == "points" ? score.points : field == "max" ? score.max : score.percent).reset();
    score.doubtful.push_back(field);
}

bool is_doubtful(const Score& score, const std::string& field) {
    return std::find(score.doubtful.begin(), score.doubtful.end(), field) != score.doubtful.end();
}

/// The area as an edition has it, with these maxima.
rules::AreaDefinition definition_with(const std::vector<int>& maxima) {
    rules::AreaDefinition definition;
    definition.number = 3;
    for (const int max : maxima) {
        definition.questions.emplace_back();
        definition.questions.back().max = max;
    }
    return definition;
}

using Values = std::vector<Decimal>;

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("of two figures of a row that were not read, none is guessed") {
        const std::vector<std::string> fields{"points", "max", "percent"};
        for (std::size_t present = 0; present < fields.size(); ++present) {
            auto area = sound();
            for (std::size_t i = 0; i < fields.size(); ++i)
                if (i != present) unread(area.questions[2].score, fields[i]);
            const auto before = area.questions[2];
            settled(area);
            CAPTURE(fields[present]);
            CHECK(area.questions[2] == before);
        }
        auto total = sound();
        unread(total.total, "points");
        unread(total.total, "percent");
        total.box_points.reset();
        const auto before = total.total;
        settled(total);
        CHECK(total.total == before);
    }

    TEST_CASE("two unread figures of different rows are filled where the sum leaves one way") {
        auto area = sound();
        unread(area.questions[0].score, "points");
        unread(area.questions[2].score, "max");
        settled(area);
        CHECK(area.questions[0].score.points == 12);
        CHECK(area.questions[2].score.max == 20);
    }

    TEST_CASE("the edition's usual maximum is weighed: it comes first among candidates") {
        // Without the sum as witness, 12 and 61 % fit a maximum of 19 and of 20.
        auto area = sound();
        area.questions = {area.questions[2]};
        area.questions[0].number = "3.1";
        unread(area.questions[0].score, "max");
        area.total = {};
        area.box_points.reset();
        for (const int usual : {19, 20}) {
            auto tried = area;
            const auto definition = definition_with({usual});
            settled(tried, by_ocr(), &definition);
            REQUIRE(is_doubtful(tried.questions[0].score, "max"));
            CAPTURE(usual);
            if (usual == 20) CHECK(tried.questions[0].score.candidates.at("max").front() == 20);
            const auto& candidates = tried.questions[0].score.candidates.at("max");
            CHECK(std::find(candidates.begin(), candidates.end(), 19) != candidates.end());
            CHECK(std::find(candidates.begin(), candidates.end(), 20) != candidates.end());
        }
        // Two multiples of five: the edition alone tells which is likelier.
        auto wide = area;
        wide.questions[0].score = score(2, 0, 9);
        wide.questions[0].score.max.reset();
        wide.questions[0].score.doubtful = {"max"};
        for (const int usual : {20, 25}) {
            auto tried = wide;
            const auto definition = definition_with({usual});
            settled(tried, by_ocr(), &definition);
            CAPTURE(usual);
            CHECK(tried.questions[0].score.candidates.at("max").front() == usual);
        }
    }

    TEST_CASE("a question that the edition has and the area lacks takes the sum its witness") {
        for (const std::size_t questions : {std::size_t{5}, std::size_t{6}}) {
            auto area = sound();
            area.questions[1].score.points = 18; // for 16
            const auto definition = definition_with(std::vector<int>(questions, 20));
            settled(area, by_ocr(), &definition);
            CHECK(area.questions[1].score.points == (questions == 5 ? 16 : 18));
            CHECK(is_doubtful(area.questions[1].score, "points") == (questions == 6));
        }
    }

    TEST_CASE("a gap among the questions' numbers takes it too, also at their head") {
        for (const std::size_t lacking : {std::size_t{0}, std::size_t{2}}) {
            auto area = sound();
            area.questions[1].score.points = 18;
            area.questions.erase(area.questions.begin() + static_cast<std::ptrdiff_t>(lacking));
            settled(area);
            const auto& changed = area.questions[lacking == 0 ? 0 : 1].score;
            CHECK(changed.points == 18);
            CHECK(is_doubtful(changed, "points"));
            CHECK(changed.repairs.empty());
        }
    }

    TEST_CASE("a box that was missed is filled where most areas have one, else not invented") {
        for (const bool boxes : {true, false}) {
            auto area = sound();
            area.box_points.reset();
            settled(area, by_ocr(), nullptr, boxes);
            CHECK(area.box_points.has_value() == boxes);
            CHECK(area.doubtful.empty());
        }
        auto printed = sound(); // by no OCR
        printed.box_points.reset();
        printed.places = {{2, std::nullopt}};
        settled(printed, by_ocr(), nullptr, true);
        CHECK_FALSE(printed.box_points);
        CHECK(printed.doubtful.empty());
    }

    TEST_CASE("how the outcome is named: untouched, explained, unexplained") {
        auto area = sound();
        CHECK(settled(area).state == AreaState::untouched);
        CHECK(settled(area).remark.empty());
        area.questions[1].score.points = 18;
        CHECK(settled(area).state == AreaState::explained);
        area.total = out_of_hundred(99);
        area.box_points = 99;
        CHECK(settled(area).state == AreaState::unexplained);
        auto empty = sound();
        empty.questions.clear();
        CHECK(settled(empty).state == AreaState::untouched);
    }

    TEST_CASE("an area that does not hold keeps its other doubts") {
        auto area = sound();
        area.total = out_of_hundred(99);
        area.box_points = 99;
        area.questions[0].score.doubtful = {"percent"};
        auto evidence = by_ocr();
        evidence.unsure[question_cell("3.1", CellField::percent)] = {0.5, {82}};
        settled(area, evidence);
        CHECK(is_doubtful(area.questions[0].score, "percent"));
        CHECK(area.questions[0].score.candidates.at("percent") == Values{80, 82});
    }

    TEST_CASE("what OCR read is known by the figures' pages; a place on any of them is enough") {
        auto area = sound();
        area.places = {{2, std::nullopt}, {1, std::nullopt}};
        area.total.places = {{2, std::nullopt}};
        const auto all = figures(area);
        CHECK(was_read_by_ocr(all.front(), by_ocr())); // no place: the report's pages decide
        CHECK_FALSE(was_read_by_ocr(all.front(), Evidence{}));
        CHECK(was_read_by_ocr(all.back(), by_ocr()));
        CHECK_FALSE(was_read_by_ocr(all[15], by_ocr()));
    }

    TEST_CASE("one value is taken, several are candidates: eight of them, best first") {
        auto area = sound();
        const auto figure = figures(area).front();
        CHECK_FALSE(take_values(figure, {12}));
        CHECK(take_values(figure, {13}));
        CHECK(area.questions[0].score.points == 13);
        CHECK_FALSE(take_values(figure, {9, 8, 7, 6, 5, 4, 3, 2, 1}));
        CHECK(area.questions[0].score.points == 13);
        CHECK(is_doubtful(area.questions[0].score, "points"));
        CHECK(area.questions[0].score.candidates.at("points") == Values{9, 8, 7, 6, 5, 4, 3, 2});
        CHECK(take_values(figure, {9}));
        CHECK(area.questions[0].score.doubtful.empty());
        CHECK(area.questions[0].score.candidates.empty());
    }
}
