#include "model/overlay.h"

#include "model/figures.h"

#include <doctest/doctest.h>

using namespace kompass;

namespace {

Record sample() {
    Record record;
    record.sha256 = std::string(64, 'a');
    record.municipality = "Björkåsa";
    record.municipality_code = "9901";
    record.year = 2017;
    record.doubtful = {"year"};
    Area area;
    area.number = 4;
    area.title = "Ledarskap";
    area.box_points = 61;
    area.questions.push_back({"4.4", "Hur går det?", {}});
    auto& score = area.questions.back().score;
    score.points = 10;
    score.percent = 63;
    score.doubtful = {"points", "percent"};
    score.candidates["percent"] = {68, 63};
    area.strengths.push_back({"God dialog", "", {}});
    record.areas.push_back(area);
    record.history.push_back({2015, {43, std::nullopt}, 401, {}});
    return record;
}

Correction correction(const std::string& cell, std::optional<std::string> was, const std::string& value) {
    return {std::string(64, 'a'), cell, std::move(was), value, "Anna", "sett", "2021-03-01T12:00:00Z"};
}

} // namespace

TEST_SUITE("model") {
    TEST_CASE("every figure has a name, a value and its notes") {
        auto record = sample();
        std::vector<std::string> names;
        for (const auto& figure : figures(record))
            names.push_back(name_of(figure.cell));
        CHECK(names == std::vector<std::string>{"4.4 points", "4.4 max", "4.4 percent", "area 4 total points",
                                                "area 4 total max", "area 4 total percent",
                                                "area 4 box points", "history 2015 area 1",
                                                "history 2015 area 2", "history 2015 total"});
        const auto percent = figures(record)[2];
        CHECK(percent.is_doubtful());
        percent.trust();
        CHECK(record.areas[0].questions[0].score.doubtful == std::vector<std::string>{"points"});
        CHECK(record.areas[0].questions[0].score.candidates.empty());
        percent.doubt();
        percent.doubt();
        CHECK(record.areas[0].questions[0].score.doubtful == std::vector<std::string>{"points", "percent"});
    }

    TEST_CASE("cells are found by name, whatever they hold") {
        const auto record = sample();
        for (const auto& [name, text] : std::vector<std::pair<std::string, std::optional<std::string>>>{
                 {"4.4 percent", "63"},
                 {"4.4 max", std::nullopt},
                 {"4.4 text", "Hur går det?"},
                 {"area 4 title", "Ledarskap"},
                 {"area 4 box points", "61"},
                 {"area 4 strength 1", "God dialog"},
                 {"history 2015 area 1", "43"},
                 {"history 2015 total", "401"},
                 {"municipality", "Björkåsa"},
                 {"year", "2017"},
                 {"document date", std::nullopt}}) {
            CAPTURE(name);
            const auto cell = cell_from(name).value();
            REQUIRE(content_of(record, cell));
            CHECK(content_of(record, cell)->text == text);
        }
        CHECK(content_of(record, question_cell("4.4", CellField::percent))->is_number);
        CHECK_FALSE(content_of(record, question_cell("4.4", CellField::text))->is_number);
        for (const auto& none :
             {question_cell("4.5", CellField::percent), area_cell(4, CellField::strength, 2),
              area_cell(4, CellField::strength), history_cell(2016, 0), history_column_cell(2015), Cell{}})
            CHECK_FALSE(content_of(record, none));
    }

    TEST_CASE("corrections are laid over the record, the later over the earlier") {
        auto record = sample();
        record.corrections = {correction("4.4 percent", "63", "66"), correction("4.4 percent", "63", "68"),
                              correction("municipality", "Björkåsa", "Älmvik"),
                              correction("year", "2017", "2018"), correction("9.9 percent", "1", "2")};
        const auto result = corrected(record);
        CHECK(result.areas[0].questions[0].score.percent == 68);
        CHECK(result.areas[0].questions[0].score.doubtful == std::vector<std::string>{"points"});
        CHECK(result.municipality == "Älmvik");
        CHECK(result.municipality_code.empty());
        CHECK(result.year == 2018);
        CHECK(result.doubtful.empty());
        CHECK(record.areas[0].questions[0].score.percent == 63);
    }

    TEST_CASE("of several corrections of a cell the latest counts that was not taken back") {
        auto record = sample();
        auto first = correction("4.4 percent", "63", "68");
        auto second = correction("4.4 percent", "63", "65");
        auto back = correction("4.4 percent", "65", "");
        first.made_at = "2021-03-01T12:00:00Z";
        second.made_at = back.made_at = "2021-03-02T12:00:00Z"; // of those made at once, the last
        back.value = std::nullopt;
        back.withdrawn = true;
        record.corrections = {second, first};
        CHECK(in_force(record.corrections) == std::vector{second});
        CHECK(state_of(first, record) == CorrectionState::superseded);
        record.corrections.push_back(back);
        CHECK(in_force(record.corrections) == std::vector{first});
        CHECK(corrected(record).areas[0].questions[0].score.percent == 68);
        CHECK(state_of(second, record) == CorrectionState::superseded);
        CHECK(state_of(back, record) == CorrectionState::withdrawal);
        record.corrections = {back, first}; // in whatever order they are listed
        CHECK(in_force(record.corrections).empty());
        CHECK(corrected(record).areas[0].questions[0].score.percent == 63);
    }

    TEST_CASE("a correction stands, is confirmed, needless, contradicted or has lost its cell") {
        const auto record = sample();
        CHECK(state_of(correction("4.4 percent", "63", "68"), record) == CorrectionState::in_force);
        CHECK(state_of(correction("4.4 percent", "63", "63"), record) == CorrectionState::confirmed);
        CHECK(state_of(correction("4.4 percent", "65", "63"), record) == CorrectionState::needless);
        CHECK(state_of(correction("4.4 percent", "65", "68"), record) == CorrectionState::contradicted);
        CHECK(state_of(correction("4.4 max", std::nullopt, "15"), record) == CorrectionState::in_force);
        CHECK(state_of(correction("5.1 max", "1", "15"), record) == CorrectionState::without_cell);
    }

    TEST_CASE("role models and evaluators are changed, taken out and added") {
        auto record = sample();
        record.areas[0].role_models = {{"Sala", "1981"}, {"Kil", "1715"}};
        record.evaluators = {"Anna Ek, strateg (SKR)"};
        record.evaluator_details = {{"Anna Ek", "strateg", "SKR", {"role"}}};
        auto changed = correction("area 4 role model 1", "Sala", "Eda");
        auto gone = correction("area 4 role model 2", "Kil", "");
        gone.value.reset();
        const auto added = correction("area 4 role model 3", std::nullopt, "Köping");
        const auto other = correction("evaluator 2", std::nullopt, "Bo Berg, senior konsult, SKL");
        record.corrections = {changed, gone, added, other};
        const auto after = corrected(record);
        CHECK(after.areas[0].role_models == std::vector<RoleModel>{{"Eda", ""}, {"", ""}, {"Köping", ""}});
        CHECK(after.evaluators ==
              std::vector<std::string>{"Anna Ek, strateg (SKR)", "Bo Berg, senior konsult, SKL"});
        CHECK(after.evaluator_details == std::vector<Evaluator>{{"Anna Ek", "strateg", "SKR", {"role"}},
                                                                {"Bo Berg", "senior konsult", "SKL", {}}});
        CHECK(content_of(record, area_cell(4, CellField::role_model, 1))->text == "Sala");
        CHECK_FALSE(content_of(record, area_cell(4, CellField::role_model, 3))->text);
        CHECK_FALSE(content_of(record, area_cell(5, CellField::role_model, 1)));
    }

    TEST_CASE("an evaluator that is confirmed keeps role and employer, and is no longer doubtful") {
        auto record = sample();
        record.evaluators = {"Anna Ek, SKR"};
        record.evaluator_details = {{"Anna Ek", "", "SKR", {"employer"}}};
        record.corrections = {correction("evaluator 1", "Anna Ek, SKR", "Anna Ek, SKR")};
        CHECK(corrected(record).evaluator_details == std::vector<Evaluator>{{"Anna Ek", "", "SKR", {}}});
        for (const auto& [printed, person] :
             {std::pair{"Bo Ek (SKR)", Evaluator{"Bo Ek", "", "SKR", {}}},
              std::pair{"Bo Ek, strateg", Evaluator{"Bo Ek", "strateg", "", {}}},
              std::pair{"Bo Ek", Evaluator{"Bo Ek", "", "", {}}},
              std::pair{"Bo Ek, strateg (Sala kommun)", Evaluator{"Bo Ek", "strateg", "Sala kommun", {}}}}) {
            record.corrections = {correction("evaluator 1", "Anna Ek, SKR", printed)};
            CHECK(corrected(record).evaluator_details == std::vector<Evaluator>{person});
        }
    }

    TEST_CASE("what another reading finds at the place of something added is not written over") {
        auto record = sample();
        record.areas[0].role_models = {{"Sala", "1981"}};
        record.corrections = {correction("area 4 role model 2", std::nullopt, "Eda")};
        record.areas[0].role_models.push_back({"Kil", "1715"}); // found since
        CHECK(corrected(record).areas[0].role_models ==
              std::vector<RoleModel>{{"Sala", "1981"}, {"Kil", "1715"}, {"Eda", ""}});
        record.areas[0].role_models.push_back({"Eda", "1730"}); // and so was that
        CHECK(corrected(record).areas[0].role_models.size() == 3);
        CHECK(state_of(record.corrections[0], record) == CorrectionState::needless);
    }
}
