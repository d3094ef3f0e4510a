#include "extractors/points_box.h"

#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

namespace {

Area area_of(std::string_view text) {
    const auto blocks = testing::blocks_of(text);
    const auto spans = outline(blocks, testing::knowledge());
    REQUIRE(spans.size() == 1);
    Area area;
    area.places = spans[0].places;
    audit::Evidence evidence;
    extract_points_box(blocks, spans[0], testing::knowledge(), testing::hints(), area, evidence);
    return area;
}

constexpr const char* kHead = "Område 1 Offentlighet och demokrati\n\n";
using Texts = std::vector<std::string>;

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("headings and points of the box") {
        const auto area =
            area_of(std::string(kHead) + "Rubriker\tPoäng\n<ul><li>Strategi</li><li>Etik</li></ul>\t52\n");
        CHECK(area.box_headings == Texts{"Strategi", "Etik"});
        CHECK(area.box_points == 52);
        CHECK(area.doubtful.empty());
    }

    TEST_CASE("a heading a row, the points on any of them, the columns in any order") {
        const auto area = area_of(std::string(kHead) + "Poäng\tRubriker\n\tStrategi\n52\tEtik\n");
        CHECK(area.box_headings == Texts{"Strategi", "Etik"});
        CHECK(area.box_points == 52);
    }

    TEST_CASE("a row of the sum is no heading") {
        const auto area =
            area_of(std::string(kHead) + "Rubriker\tPoäng\nStrategi\t\nEtik\t\nOmrådets poäng\t52\n");
        CHECK(area.box_headings == Texts{"Strategi", "Etik"});
        CHECK(area.box_points == 52);
    }

    TEST_CASE("a line says the points, a list the headings, before the prose") {
        for (const char* line : {"Poäng: 52 av 100", "Poäng 52", "52", "52 / 100", "52 poäng"}) {
            const auto area =
                area_of(std::string(kHead) + line + "\n\n• Strategi\n• Etik\n\nALLMÄNT\n\n• Nät\n");
            CHECK_MESSAGE(area.box_points == 52, line);
            CHECK_MESSAGE((area.box_headings == Texts{"Strategi", "Etik"}), line);
        }
    }

    TEST_CASE("a list without points is no box") {
        const auto area = area_of(std::string(kHead) + "• Strategi\n• Etik\n");
        CHECK_FALSE(area.box_points);
        CHECK(area.box_headings.empty());
    }

    TEST_CASE("what is no figure, or above 100, is doubtful") {
        for (const char* points : {"S2", "152", "5,2"}) {
            const auto area = area_of(std::string(kHead) + "Rubriker\tPoäng\nStrategi\t" + points + "\n");
            CHECK_FALSE(area.box_points);
            CHECK(area.doubtful == Texts{"box_points"});
        }
    }

    TEST_CASE("an area without a box has neither points nor doubt") {
        const auto area =
            area_of(std::string(kHead) + "Text om dialog.\n\nStyrkor\tSvagheter\nMöten\tWebb\n");
        CHECK_FALSE(area.box_points);
        CHECK(area.box_headings.empty());
        CHECK(area.doubtful.empty());
    }
}
