#include "extractors/points_box.h"

#include "tests/support/real_rules.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

namespace {

Area area_of(const Blocks& blocks) {
    const auto spans = outline(blocks, testing::knowledge());
    REQUIRE(spans.size() == 1);
    Area area;
    area.places = spans[0].places;
    audit::Evidence evidence;
    Provenances provenance;
    const FindingHeads heads(blocks, spans, testing::knowledge().rules, testing::hints());
    PointsBoxes(blocks, spans, heads, testing::knowledge(), testing::hints())
        .extract(spans[0], area, evidence, provenance);
    return area;
}

Area area_of(std::string_view text) {
    return area_of(testing::blocks_of(text));
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

    TEST_CASE("a box under heads that no rule knows is known by what it holds") {
        using testing::TypesetPage;
        const auto area = area_of(testing::laid_out(
            testing::typeset({TypesetPage()
                                  .text("Område 1 Offentlighet och demokrati", {14, true})
                                  .text("Vi har sett på                 Utfall", testing::kBold)
                                  .text("Strategi\nEtik                           52\n")})));
        CHECK(area.box_headings == Texts{"Strategi", "Etik"});
        CHECK(area.box_points == 52);
        CHECK(area.doubtful.empty());
    }

    TEST_CASE("of a part of the points in each row the last figure is the sum, or none can be told") {
        const auto rows = std::string(kHead) + "Rubriker\tPoäng\nStrategi\t20\nEtik\t32\n";
        const auto summed = area_of(rows + "Summa\t52\n");
        CHECK(summed.box_headings == Texts{"Strategi", "Etik"});
        CHECK(summed.box_points == 52);
        CHECK(summed.doubtful.empty());
        const auto open = area_of(rows);
        CHECK_FALSE(open.box_points);
        CHECK(open.doubtful == Texts{"box_points"});
    }

    TEST_CASE("a sentence may say the points") {
        const auto area =
            area_of(std::string(kHead) + "Området får 52 poäng av 100 möjliga.\n\n• Strategi\n\nALLMÄNT\n");
        CHECK(area.box_points == 52);
        CHECK(area.box_headings == Texts{"Strategi"});
    }

    TEST_CASE("topics end where another list, a chart or prose begins") {
        const auto area =
            area_of(std::string(kHead) + "Poäng: 52 av 100\n\nRubriker\n\n• Strategi\n• Dialog\n\n"
                                         "Inspiration\n\n• Sala\n\nALLMÄNT\n");
        CHECK(area.box_points == 52);
        CHECK(area.box_headings == Texts{"Strategi", "Dialog"});
    }

    TEST_CASE("points in a line may have a half") {
        for (const auto* points :
             {"Poäng: 52,5 av 100", "Poäng 52½", "Poäng: 52.5", "52,5", "52 ½ poäng av 100"}) {
            CAPTURE(points);
            const auto area = area_of(std::string(kHead) + points + "\n\n• Strategi\n\nALLMÄNT\n");
            CHECK(area.box_points == Decimal::from_tenths(525));
            CHECK(area.doubtful.empty());
            CHECK(area.box_headings == Texts{"Strategi"});
        }
    }

    TEST_CASE("topics are read where their points are no figure that reports give") {
        const auto area = area_of(std::string(kHead) + "Poäng: 52,3 av 100\n\n• Strategi\n\nALLMÄNT\n");
        CHECK_FALSE(area.box_points);
        CHECK(area.doubtful == Texts{"box_points"});
        CHECK(area.box_headings == Texts{"Strategi"});
    }

    TEST_CASE("the text that ends the boxes of several areas labels their sums") {
        std::string text;
        int number = 0;
        for (const auto* title : {"Offentlighet och demokrati", "Tillgänglighet och brukarorientering",
                                  "Politisk styrning och kontroll"})
            text += "Område " + std::to_string(++number) + " " + title + "\n\nRubriker\tPoäng\nFråga " +
                    std::string(title) + "\t\nAllt som allt\t52\n\nALLMÄNT\n\nText.\n\n";
        const auto blocks = testing::blocks_of(text);
        const auto spans = outline(blocks, testing::knowledge());
        REQUIRE(spans.size() == 3);
        const FindingHeads heads(blocks, spans, testing::knowledge().rules, testing::hints());
        const PointsBoxes boxes(blocks, spans, heads, testing::knowledge(), testing::hints());
        Area area;
        audit::Evidence evidence;
        Provenances provenance;
        boxes.extract(spans[1], area, evidence, provenance);
        CHECK(area.box_headings == Texts{"Fråga Tillgänglighet och brukarorientering"});
        CHECK(area.box_points == 52);
    }
}
