#include "cli/corrections_text.h"
#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace kompass;
using namespace kompass::cli;

namespace {

Record record_with_scores() {
    Record record;
    record.sha256 = std::string(64, 'a');
    record.year = 2018;
    Area area;
    area.number = 4;
    area.title = "Ledarskap";
    area.questions.push_back({"4.4", "Är det bra?", {}});
    auto& score = area.questions.back().score;
    score.points = 10;
    score.max = 15;
    score.percent = 63;
    record.areas.push_back(area);
    return record;
}

} // namespace

TEST_SUITE("cli") {
    TEST_CASE("a correction must fit its cell") {
        const auto& knowledge = testing::knowledge();
        const auto record = record_with_scores();
        CHECK_NOTHROW(require_correctable(record, "4.4 percent", "68", knowledge));
        for (const char* wrong : {"", "sixty", "-4", "6.5", "12345"})
            CHECK_THROWS_AS(require_correctable(record, "4.4 percent", wrong, knowledge), std::runtime_error);
        CHECK_THROWS_AS(require_correctable(record, "4.5 percent", "68", knowledge), std::runtime_error);
        CHECK_NOTHROW(require_correctable(record, "4.4 text", "sixty", knowledge));
        CHECK_THROWS_WITH_AS(
            require_correctable(record, "municipality", "Kopparberg", knowledge),
            "no register has a municipality 'Kopparberg'; name it as the register does, or add "
            "a register with --municipalities",
            std::runtime_error);
        CHECK_THROWS_AS(require_correctable(record, "4.4 percent", "168", knowledge), std::runtime_error);
        CHECK_THROWS_AS(require_correctable(record, "month", "13", knowledge), std::runtime_error);
        for (const char* wrong : {"igår", "2019-02-30", "2019-2-8", "1019-02-08"})
            CHECK_THROWS_AS(require_correctable(record, "document date", wrong, knowledge),
                            std::runtime_error);
        CHECK_NOTHROW(require_correctable(record, "edition", "2016", knowledge));
        CHECK_THROWS_AS(require_correctable(record, "edition", "2015", knowledge), std::runtime_error);
        CHECK_THROWS_AS(require_correctable(record, "area 4 strength x", "Bra", knowledge),
                        std::runtime_error);
    }

    TEST_CASE("what a new reading did to corrections is told") {
        auto record = record_with_scores();
        const auto add = [&](const char* cell, const char* was, const char* value) {
            record.corrections.push_back({record.sha256, cell, was, value, "Anna", "sett", {}});
        };
        add("4.4 percent", "61", "63");
        add("4.4 points", "9", "11");
        add("4.4 max", "15", "20");
        add("4.9 max", "15", "20");
        CHECK(remarks_on_corrections(record) ==
              std::vector<std::string>{
                  "the correction of 4.4 percent (63) is needless: it is read so by now",
                  "the correction of 4.4 points (11) was made when 9 was read; now 10 is",
                  "the correction of 4.9 max (20) has lost its cell: the report is read without it"});
    }

    TEST_CASE("a correction must make sense beside what else is in effect") {
        auto record = record_with_scores();
        const auto points = question_cell("4.4", CellField::points);
        const auto max = question_cell("4.4", CellField::max);
        CHECK_NOTHROW(require_sense(record, points, "15"));
        CHECK_THROWS_WITH_AS(require_sense(record, points, "15.5"),
                             "'4.4 points' cannot be 15.5 beside '4.4 max', which is 15: points are never "
                             "more than their maximum; correct that first, if it is wrong",
                             std::runtime_error);
        CHECK_THROWS_AS(require_sense(record, max, "9"), std::runtime_error);
        record.corrections = {{record.sha256, "4.4 max", "15", "20", "Anna", "sett", "2026-01-01"}};
        CHECK_NOTHROW(require_sense(record, points, "18"));
        record.corrections.clear();
        record.areas[0].questions[0].score.points = 25; // as read: either may be put right first
        CHECK_NOTHROW(require_sense(record, max, "20"));
        CHECK_NOTHROW(require_sense(record, points, "20"));

        record.areas[0].role_models = {{"Granhult", "9903"}};
        const auto model = [](int position) { return area_cell(4, CellField::role_model, position); };
        CHECK_THROWS_WITH_AS(require_sense(record, model(2), "Granhult"),
                             "area 4 names Granhult already: 'area 4 role model 1'", std::runtime_error);
        CHECK_NOTHROW(require_sense(record, model(1), "Granhult"));
        CHECK_NOTHROW(require_sense(record, model(2), "Älmvik"));

        CHECK_THROWS_AS(require_sense(record, report_cell(CellField::year), "2098"), std::runtime_error);
        CHECK_NOTHROW(require_sense(record, report_cell(CellField::year), "2017"));
    }
}
