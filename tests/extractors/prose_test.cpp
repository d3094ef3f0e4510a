#include "extractors/prose.h"

#include "extractors/findings.h"
#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

using namespace kompass;

namespace {

Area area_of(std::string_view text) {
    const auto blocks = testing::blocks_of("4.1 Offentlighet och demokrati\n\n" + std::string(text));
    const auto spans = outline(blocks, testing::knowledge());
    REQUIRE(spans.size() == 1);
    Area area;
    const FindingHeads heads(blocks, spans, testing::knowledge().rules, testing::hints());
    extract_findings(blocks, spans[0], heads, {blocks, heads, testing::knowledge()}, testing::hints(), area);
    extract_prose(blocks, spans[0], area);
    return area;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("paragraphs are prose, joined over line ends; short lines are not") {
        const auto area = area_of("Kommunen har prövat öppna nämnder i\ntre år och hållit många möten.\n\n"
                                  "Medel 2017\n\n"
                                  "Webbplatsen är lätt att hitta på och läsa.\n");
        REQUIRE(area.prose.size() == 2);
        CHECK(area.prose.at(0).text == "Kommunen har prövat öppna nämnder i tre år och hållit många möten.");
        CHECK(area.prose.at(1).text == "Webbplatsen är lätt att hitta på och läsa.");
        CHECK(area.prose.at(1).page == 1);
    }

    TEST_CASE("findings are not prose") {
        const auto area = area_of("Kommunen har prövat öppna nämnder i tre år.\n\n"
                                  "STYRKOR\n\n"
                                  "• Öppna nämnder har prövats i tre år av kommunen\n"
                                  "• Webbplatsen är lätt att hitta på och läsa\n");
        CHECK(area.strengths.size() == 2);
        REQUIRE(area.prose.size() == 1);
        CHECK(area.prose.at(0).text == "Kommunen har prövat öppna nämnder i tre år.");
    }
}
