// A table of the findings of all areas.
#include "extractors/findings_by_area.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

namespace {

const std::vector<std::string> kTitles = {
    "Offentlighet och demokrati",     "Tillgänglighet och brukarorientering",
    "Politisk styrning och kontroll", "Ledarskap, ansvar och delegation",
    "Resultat och effektivitet",      "Kommunen som arbetsgivare - personalpolitik",
    "Ständiga förbättringar",         "Kommunen som samhällsbyggare"};

void put(TableCell& cell, const std::string& text, double y) {
    cell.items.push_back(text);
    cell.item_places.push_back({{9, Box{0, y, 100, y + 10}}});
}

/// Area n's title stands at 100 n; its strengths there and 20 below, its improvement `lower` below.
Block merged_table(double lower) {
    Block block;
    block.kind = BlockKind::table;
    block.table.has_head = true;
    block.table.rows = {
        {{"Område", {}, {}, {}}, {"Styrkor", {}, {}, {}}, {"Förbättringsområden", {}, {}, {}}}, {{}, {}, {}}};
    auto& row = block.table.rows[1];
    for (int n = 1; n <= 8; ++n) {
        const auto number = std::to_string(n);
        put(row[0], number + ". " + kTitles[static_cast<std::size_t>(n) - 1], 100 * n);
        put(row[1], "Ny webb " + number, 100 * n + lower);
        put(row[1], "God dialog " + number, 100 * n + 20 + lower);
        put(row[2], "Fler språk " + number, 100 * n + lower);
    }
    return block;
}

Area area_four(const Blocks& blocks) {
    const FindingHeads heads(blocks, {}, testing::knowledge().rules, testing::hints());
    const FindingsByArea by_area(blocks, heads, testing::knowledge());
    CHECK(by_area.holds(0));
    Area area;
    area.number = 4;
    by_area.extract(area);
    return area;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("findings belong to the area at whose height they stand") {
        const auto area = area_four({merged_table(0)});
        CHECK(testing::shown(area.strengths) == "Ny webb 4\nGod dialog 4\n");
        CHECK(testing::shown(area.improvements) == "Fler språk 4\n");
        CHECK(area.doubtful.empty());
    }

    TEST_CASE("where no text begins level with a title, whose they are is unsure") {
        CHECK_FALSE(area_four({merged_table(30)}).doubtful.empty());
    }

    TEST_CASE("a table with a row an area") {
        std::string text = "Område\tStyrkor\tFörbättringsområden\n";
        for (const auto& title : kTitles)
            text += title + "\tBra " + title.substr(0, 4) + "\tMer " + title.substr(0, 4) + "\n";
        const auto area = area_four(testing::blocks_of(text));
        CHECK(testing::shown(area.strengths) == "Bra Leda\n");
        CHECK(testing::shown(area.improvements) == "Mer Leda\n");
        CHECK(area.doubtful.empty());
    }

    TEST_CASE("a table that names some areas is none of all") {
        const auto blocks = testing::blocks_of("Område\tStyrkor\tFörbättringsområden\n" + kTitles[0] +
                                               "\tA\tB\n" + kTitles[1] + "\tC\tD\n");
        const FindingHeads heads(blocks, {}, testing::knowledge().rules, testing::hints());
        CHECK_FALSE(FindingsByArea(blocks, heads, testing::knowledge()).holds(0));
    }
}
