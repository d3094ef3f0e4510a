#include "pipeline/sheets.h"

#include <doctest/doctest.h>

using namespace kompass;

TEST_SUITE("pipeline") {
    TEST_CASE("what was found on pages is said of their sheets") {
        const Place page_four{4, Box{10, 20, 30, 40}};
        Record record;
        Area area;
        area.questions.resize(1);
        area.questions[0].score.places = {page_four};
        area.strengths = {{"Dialog", "", {{3, std::nullopt}, page_four}}};
        area.prose = {{"Text", 4}};
        record.areas = {area};
        record.provenance = {{report_cell(CellField::year), 0, "cover-date", {page_four}}};
        record.troubles = {{Severity::note, "a", "", "", Place{2, std::nullopt}, ""},
                           {Severity::note, "b", "", "", page_four, ""},
                           {Severity::note, "c", "", "", Place{9, std::nullopt}, ""}};
        Blocks blocks(1);
        blocks[0].places = {page_four};
        pipeline::place_on_sheets({{1, 0}, {1, 421}, {2, 0}, {2, 421}}, 1, blocks, record);
        const Place on_sheet{2, Box{431, 20, 451, 40}};
        CHECK(record.areas[0].questions[0].score.places == Places{on_sheet});
        CHECK(record.areas[0].strengths[0].places == Places{{2, std::nullopt}, on_sheet});
        CHECK(record.areas[0].prose[0].page == 2);
        CHECK(record.provenance[0].places == Places{on_sheet});
        CHECK(record.troubles[0].place->page == 2); // it was of a sheet
        CHECK(record.troubles[1].place == on_sheet);
        CHECK(record.troubles[2].place->page == 9); // of no page that there is
        CHECK(blocks[0].places == Places{on_sheet});
    }
}
