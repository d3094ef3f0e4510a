#include "model/cell.h"

#include "model/instrument.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace kompass;

constexpr auto row_fields = {CellField::whole, CellField::points, CellField::max, CellField::percent};

void add_area(int area, std::vector<Cell>& cells) {
    for (const auto field :
         {CellField::whole, CellField::text, CellField::title, CellField::table_title, CellField::box_points,
          CellField::box_headings, CellField::strengths, CellField::improvements, CellField::weaknesses,
          CellField::role_models, CellField::doubtful})
        cells.push_back(area_cell(area, field));
    for (const auto field : {CellField::strength, CellField::improvement, CellField::weakness})
        for (int position = 1; position <= 12; ++position)
            cells.push_back(area_cell(area, field, position));
    for (const auto field : row_fields)
        cells.push_back(total_cell(area, field));
    for (int question = 0; question <= 99; ++question) {
        const auto number = std::to_string(area) + "." + std::to_string(question);
        for (const auto field : row_fields)
            cells.push_back(question_cell(number, field));
        cells.push_back(question_cell(number, CellField::text));
    }
}

/// Every cell there can be; of years and positions, some.
std::vector<Cell> all_cells() {
    std::vector<Cell> cells;
    for (const auto field :
         {CellField::whole, CellField::municipality, CellField::municipality_code, CellField::year,
          CellField::month, CellField::ordinal, CellField::interviewees, CellField::document_date,
          CellField::edition, CellField::evaluators, CellField::key_facts, CellField::inconsistencies,
          CellField::remarks, CellField::account, CellField::places_and_notes, CellField::doubtful})
        cells.push_back(report_cell(field));
    for (int area = 1; area <= area_count; ++area)
        add_area(area, cells);
    for (const int year : {1000, 1999, 2002, 2017, 9999}) {
        cells.push_back(history_column_cell(year));
        for (int area = 0; area <= area_count; ++area)
            cells.push_back(history_cell(year, area));
    }
    for (const int scoring : {2, 3, 12}) {
        cells.push_back(of_scoring(scoring, Cell{}));
        cells.push_back(of_scoring(scoring, report_cell(CellField::edition)));
        cells.push_back(of_scoring(scoring, history_cell(2006, 4)));
        cells.push_back(of_scoring(scoring, area_cell(4, CellField::title)));
        for (const auto field : row_fields) {
            cells.push_back(of_scoring(scoring, grand_total_cell(field)));
            cells.push_back(of_scoring(scoring, total_cell(4, field)));
            cells.push_back(of_scoring(scoring, question_cell("4.4", field)));
        }
    }
    return cells;
}

} // namespace

TEST_SUITE("model") {

    TEST_CASE("a cell's name names it and no other") {
        std::set<std::string> names;
        for (const auto& cell : all_cells()) {
            const auto name = name_of(cell);
            CAPTURE(name);
            CHECK(cell_from(name) == cell);
            CHECK(names.insert(name).second);
        }
        CHECK(names.size() > 4000);
    }

    TEST_CASE("cells are named as archives have them") {
        CHECK(name_of(question_cell("4.4", CellField::percent)) == "4.4 percent");
        CHECK(name_of(question_cell("8.10", CellField::whole)) == "8.10");
        CHECK(name_of(question_cell("4.4", CellField::text)) == "4.4 text");
        CHECK(name_of(total_cell(4, CellField::points)) == "area 4 total points");
        CHECK(name_of(total_cell(4, CellField::whole)) == "area 4 total");
        CHECK(name_of(area_cell(4, CellField::box_points)) == "area 4 box points");
        CHECK(name_of(area_cell(4, CellField::title)) == "area 4 title");
        CHECK(name_of(area_cell(4, CellField::strength, 2)) == "area 4 strength 2");
        CHECK(name_of(area_cell(4, CellField::role_model, 2)) == "area 4 role model 2");
        CHECK(cell_from("area 4 role model 2") == area_cell(4, CellField::role_model, 2));
        CHECK(name_of(report_cell(CellField::evaluator, 2)) == "evaluator 2");
        CHECK(cell_from("evaluator 2") == report_cell(CellField::evaluator, 2));
        CHECK(cell_from("evaluators") == report_cell(CellField::evaluators));
        CHECK(name_of(area_cell(4, CellField::weaknesses)) == "area 4 weaknesses");
        CHECK(name_of(history_cell(2017, 3)) == "history 2017 area 3");
        CHECK(name_of(history_cell(2017, 0)) == "history 2017 total");
        CHECK(name_of(history_column_cell(2017)) == "history 2017");
        CHECK(name_of(report_cell(CellField::document_date)) == "document date");
        CHECK(name_of(of_scoring(2, question_cell("4.4", CellField::points))) == "scoring 2 4.4 points");
        CHECK(name_of(of_scoring(2, total_cell(4, CellField::points))) == "scoring 2 area 4 total points");
        CHECK(name_of(of_scoring(2, grand_total_cell(CellField::points))) == "scoring 2 total points");
        CHECK(name_of(of_scoring(2, history_cell(2006, 0))) == "scoring 2 history 2006 total");
        CHECK(name_of(of_scoring(2, report_cell(CellField::edition))) == "scoring 2 edition");
        CHECK(name_of(report_cell(CellField::places_and_notes)) == "places and notes");
        CHECK(name_of(Cell{}).empty());
    }

    TEST_CASE("what is nearly a name is none") {
        for (const char* name : {"scoring",
                                 "scoring 1",
                                 "scoring 1 4.4 points",
                                 "scoring 2 year",
                                 "scoring 2 area 4 strength 1",
                                 "scoring 2 scoring 3",
                                 "total points",
                                 " ",
                                 "4",
                                 "4.",
                                 ".4",

                                 "4.04",
                                 "4.00",
                                 "04.4",
                                 "9.1",
                                 "0.1",
                                 "4.100",
                                 "4.4 ",
                                 "4.4  points",
                                 " 4.4",
                                 "4.4 poäng",
                                 "4.4 Points",
                                 "4.4 title",
                                 "4.4 points 1",
                                 "area",
                                 "area ",
                                 "area 0",
                                 "area 9",
                                 "area 04",
                                 "area 4 ",
                                 "area 4 points",
                                 "area 4 total ",
                                 "area 4 total text",
                                 "area 4  total",
                                 "area 4 totals",
                                 "area 4 strength",
                                 "area 4 role model",
                                 "area 4 role model 0",
                                 "evaluator",
                                 "evaluator 0",
                                 "evaluator 1 name",
                                 "scoring 2 evaluator 1",
                                 "area 4 strength 0",
                                 "area 4 strength 02",
                                 "area 4 strength 2 points",
                                 "area 4 strength -1",
                                 "area 4 year",
                                 "area4 total",
                                 "history",
                                 "history 17x",
                                 "history 2017 ",
                                 "history 2017 area",
                                 "history 2017 area 0",
                                 "history 2017 area 9",
                                 "history 2017 area 3 points",
                                 "history 2017 points",
                                 "history 99999999999 total",
                                 "total",
                                 "points",
                                 "municipality ",
                                 "Municipality",
                                 "document_date",
                                 "year 2017"}) {
            CAPTURE(name);
            CHECK_FALSE(cell_from(name));
        }
        CHECK_THROWS_AS(static_cast<void>(question_cell("4", CellField::points)), std::invalid_argument);
    }

    TEST_CASE("no part of a name changed by a character is taken for the cell that it was") {
        for (const auto& cell : all_cells()) {
            if (cell.question > 12) continue;
            const auto name = name_of(cell);
            for (std::size_t at = 0; at < name.size(); ++at)
                for (const char other : {' ', '0', '1', '9', '.', 'x'}) {
                    auto changed = name;
                    changed[at] = other;
                    if (changed == name) continue;
                    const auto found = cell_from(changed);
                    if (found && name_of(*found) != changed) FAIL_CHECK(changed << " as " << name_of(*found));
                }
        }
    }

    TEST_CASE("cells are in the order of the report") {
        const std::vector<Cell> ordered{report_cell(CellField::municipality),
                                        report_cell(CellField::edition),
                                        question_cell("1.2", CellField::points),
                                        question_cell("1.2", CellField::percent),
                                        question_cell("1.10", CellField::points),
                                        total_cell(1, CellField::points),
                                        area_cell(1, CellField::title),
                                        area_cell(1, CellField::box_points),
                                        question_cell("2.1", CellField::points),
                                        area_cell(2, CellField::strength, 2),
                                        area_cell(2, CellField::strength, 10),
                                        history_column_cell(2014),
                                        history_cell(2014, 8),
                                        history_cell(2017, 1)};
        CHECK(std::is_sorted(ordered.begin(), ordered.end()));
        auto cells = all_cells();
        std::sort(cells.begin(), cells.end());
        CHECK(std::adjacent_find(cells.begin(), cells.end()) == cells.end());
    }

    TEST_CASE("a whole covers its parts and nothing else") {
        const auto row = question_cell("4.1", CellField::whole);
        CHECK(row.covers(row));
        CHECK(row.covers(question_cell("4.1", CellField::points)));
        CHECK_FALSE(row.covers(question_cell("4.10", CellField::points)));
        CHECK_FALSE(question_cell("4.1", CellField::points).covers(row));
        CHECK(history_column_cell(2017).covers(history_cell(2017, 3)));
        CHECK(history_column_cell(2017).covers(history_cell(2017, 0)));
        CHECK_FALSE(history_column_cell(2017).covers(history_cell(2018, 0)));
        CHECK(total_cell(4, CellField::whole).covers(total_cell(4, CellField::max)));
        CHECK_FALSE(total_cell(4, CellField::whole).covers(area_cell(4, CellField::box_points)));
    }

    TEST_CASE("short names and notes") {
        CHECK(short_name_of(total_cell(4, CellField::points)) == "total points");
        CHECK(short_name_of(area_cell(4, CellField::box_points)) == "box points");
        CHECK(short_name_of(question_cell("4.4", CellField::max)) == "max");
        CHECK(note_of(area_cell(4, CellField::box_points)) == "box_points");
        CHECK(note_of(total_cell(4, CellField::points)) == "points");
        CHECK(note_of(history_cell(2017, 3)) == "area 3");
        CHECK(note_of(history_cell(2017, 0)) == "total");
        CHECK(note_of(report_cell(CellField::municipality)) == "municipality");
        CHECK(question_number_of(question_cell("4.10", CellField::max)) == "4.10");
        CHECK(question_number_of(total_cell(4, CellField::max)).empty());
    }
}
