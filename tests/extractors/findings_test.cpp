#include "extractors/findings.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;
using kompass::testing::TypesetPage;

namespace {

Area area_of(const Blocks& blocks) {
    const auto spans = outline(blocks, testing::knowledge());
    REQUIRE(spans.size() == 1);
    Area area;
    const FindingHeads heads(blocks, spans, testing::knowledge().rules, testing::hints());
    extract_findings(blocks, spans[0], heads, {blocks, heads, testing::knowledge()}, testing::hints(), area);
    return area;
}

Area area_of(std::string_view text) {
    return area_of(
        testing::blocks_of(std::string("Område 1 Offentlighet och demokrati\n\n") + std::string(text)));
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("findings from a table with a column for each, in any order") {
        const auto area =
            area_of("Svagheter\tStyrkor\tFörbättringsmöjligheter\n<ul><li>Få möten</li></ul>\t"
                    "<ul><li>Ny webb</li><li>God dialog</li></ul>\t<ul><li>Fler språk</li></ul>\n");
        CHECK(testing::shown(area.strengths) == "Ny webb\nGod dialog\n");
        CHECK(testing::shown(area.weaknesses) == "Få möten\n");
        CHECK(testing::shown(area.improvements) == "Fler språk\n");
        CHECK(area.doubtful.empty());
    }

    TEST_CASE("a row a finding") {
        const auto area = area_of("Styrkor\tFörbättringsområden\nNy webb\tFler språk\nGod dialog\t\n");
        CHECK(testing::shown(area.strengths) == "Ny webb\nGod dialog\n");
        CHECK(testing::shown(area.improvements) == "Fler språk\n");
    }

    TEST_CASE("findings from lists under a head each, through lost diacritics") {
        const auto area = area_of("STYRKOR\ne Ny webb\ne God dialog\nFORBATTRINGSOMRADEN\n= Fler sprak\n");
        CHECK(testing::shown(area.strengths) == "Ny webb\nGod dialog\n");
        CHECK(testing::shown(area.improvements) == "Fler sprak\n");
        CHECK(area.strengths[0].places == Places{{1, std::nullopt}});
    }

    TEST_CASE("findings that bear the name of their list each") {
        const auto area =
            area_of("Styrka: Ny webb\n\nStyrka: God dialog\n\nFörbättringsområde: Fler språk\n\n"
                    "Kommentar: Kommunen växer.\n");
        CHECK(testing::shown(area.strengths) == "Ny webb\nGod dialog\n");
        CHECK(testing::shown(area.improvements) == "Fler språk\n");
    }

    TEST_CASE("findings that a table below their head counts") {
        const auto counted = [](const std::string& rows) {
            return testing::shown(area_of("Styrkor\n\n" + rows).strengths);
        };
        CHECK(counted("S1\tNy webb\nS2\tGod dialog\n") == "Ny webb\nGod dialog\n");
        CHECK(counted("1.\tNy webb\n2.\tGod dialog\n") == "Ny webb\nGod dialog\n");
        CHECK(counted("S1\tNy webb\nS3\tGod dialog\n").empty());
        CHECK(counted("Ny\tNy webb\nGod\tGod dialog\n").empty());
    }

    TEST_CASE("prose below a list is no finding") {
        const auto area = area_of("STYRKOR\n= Ny webb\nALLMÄNT\nKommunen växer.\n");
        CHECK(testing::shown(area.strengths) == "Ny webb\n");
        CHECK(area.improvements.empty());
    }

    TEST_CASE("lists without bullets end at what leads prose and at the head of a score table") {
        const auto improvements = [](const char* behind) {
            auto page = TypesetPage().text("Område 1 Offentlighet och demokrati", testing::kBold);
            page.space(20).text("Styrkor", testing::kBold).text("Ny webb").space(10);
            page.text("Förbättringsområden", testing::kBold).text("Fler språk").space(20).text(behind);
            return testing::shown(area_of(testing::laid_out(testing::typeset({page}))).improvements);
        };
        CHECK(improvements("Inspiration: Sala och Eda") == "Fler språk\n");
        CHECK(improvements("Högsta") == "Fler språk\n");
        CHECK(improvements("Högre krav") == "Fler språk\nHögre krav\n");
    }

    TEST_CASE("where layout weighed the columns, both lists are doubtful, once") {
        const auto area =
            area_of("Styrkor\n\nFörbättringsmöjligheter\n\nGod dialog i kommunen\nTydliga mål\n\n"
                    "Utveckla webben\nBättre uppföljning\n");
        CHECK(area.doubtful == std::vector<std::string>{"strengths", "improvements"});
        CHECK(testing::shown(area.strengths) == "God dialog i kommunen\nTydliga mål\n");
        CHECK(testing::shown(area.improvements) == "Utveckla webben\nBättre uppföljning\n");
    }

    TEST_CASE("no findings, no doubt") {
        const auto area = area_of("Bara text.\n");
        CHECK(area.strengths.empty());
        CHECK(area.doubtful.empty());
    }
}
