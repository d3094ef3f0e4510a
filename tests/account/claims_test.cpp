// What of a report's blocks stands in its record.
#include "account/claims.h"

#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace kompass;

namespace {

Block table(const std::vector<std::vector<std::string>>& rows) {
    Block block;
    block.kind = BlockKind::table;
    block.table.has_head = true;
    for (const auto& texts : rows) {
        TableRow row;
        for (const auto& text : texts) {
            row.emplace_back();
            row.back().text = text;
        }
        block.table.rows.push_back(std::move(row));
    }
    return block;
}

Block heading(const std::string& text) {
    Block block;
    block.kind = BlockKind::heading;
    block.text = text;
    return block;
}

} // namespace

TEST_SUITE("account") {
    TEST_CASE("a points box with one heading is no row of sums, though its points are the area's") {
        const Blocks blocks{heading("Område 1 Offentlighet och demokrati"),
                            table({{"Rubriker", "Poäng"}, {"Öppna nämndmöten", "39"}})};
        Record record;
        Area area;
        area.number = 1;
        area.title = "Offentlighet och demokrati";
        area.box_headings = {"Öppna nämndmöten"};
        area.box_points = 39;
        area.total.points = 39;
        area.total.max = 100;
        record.areas.push_back(area);
        const auto held = account::holdings(Document{}, blocks);
        const auto claims =
            account::claims(held.holders, blocks, {{1, area.title, {}, 0, 2}}, record, testing::knowledge());
        REQUIRE(claims.size() == held.holders.size());
        for (std::size_t h = 0; h < claims.size(); ++h) {
            if (!held.holders[h].is_cell()) continue;
            CAPTURE(held.holders[h].text);
            CHECK(claims[h].use == account::Use::claimed);
            CHECK(claims[h].part == PartKind::box);
        }
    }

    TEST_CASE("of two equal texts the box has the first, the list the second") {
        auto item = heading("IT-stöd");
        item.kind = BlockKind::list_item;
        const Blocks blocks{heading("Område 7 Verksamhetsutveckling"), item, heading("IT-stöd"),
                            heading("Styrkor"), item};
        Record record;
        Area area;
        area.number = 7;
        area.title = "Verksamhetsutveckling";
        area.box_headings = {"IT-stöd"};
        area.strengths.emplace_back().text = "IT-stöd";
        record.areas.push_back(area);
        const auto held = account::holdings(Document{}, blocks);
        const auto claims =
            account::claims(held.holders, blocks, {{7, area.title, {}, 0, 5}}, record, testing::knowledge());
        REQUIRE(claims.size() == 5);
        CHECK(claims[1].part == PartKind::box);
        CHECK(claims[2].use == account::Use::prose);
        CHECK(claims[4].part == PartKind::strengths);
    }

    TEST_CASE("all areas' points in two columns below the last area are no list of its own") {
        auto summary = table({{"Offentlighet och demokrati", "37"},
                              {"Tillgänglighet och brukarorientering", "40"},
                              {"Politisk styrning och kontroll", "56"},
                              {"Ledarskap, ansvar och delegation", "41"},
                              {"Resultat och effektivitet", "46"},
                              {"Verksamhetsutveckling", "99"}});
        summary.table.has_head = false;
        const Blocks blocks{heading("Område 5 Resultat och effektivitet"), summary};
        Record record;
        for (const auto& [number, points] : {std::pair{1, 37}, {2, 40}, {3, 56}, {4, 41}, {5, 46}, {7, 36}}) {
            Area area;
            area.number = number;
            area.total.points = points;
            record.areas.push_back(area);
        }
        const auto held = account::holdings(Document{}, blocks);
        const auto claims = account::claims(
            held.holders, blocks, {{5, "Resultat och effektivitet", {}, 0, 2}}, record, testing::knowledge());
        for (std::size_t h = 0; h < claims.size(); ++h) {
            if (!held.holders[h].is_cell()) continue;
            CAPTURE(held.holders[h].text);
            // Points that the area does not have are not in the record.
            CHECK((claims[h].use == account::Use::claimed) == (held.holders[h].row < 5));
        }
    }
}
