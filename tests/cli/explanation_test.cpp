// What is told of a report that rules know in part.
#include "cli/explanation.h"
#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace kompass;
using namespace kompass::cli;

/// A transcript of which the rules know the areas' heads and nothing of what stands under them.
Document transcript() {
    Page page{1, 0, 0, Reading::transcript, "", std::nullopt, {}, {}};
    page.lines = {"Kommunkompassen",
                  "",
                  "Område 1 Offentlighet och demokrati",
                  "",
                  "Det här är bra",
                  "",
                  "En webbsändning från varje möte.",
                  "",
                  "Område 2 Tillgänglighet och brukarorientering",
                  "",
                  "Det här är bra",
                  "",
                  "Öppet på kvällar.",
                  "",
                  "Styrkar",
                  ""};
    return {"ny.txt", std::string(64, 'a'), SourceKind::transcript, {page}, {}};
}

Explanation explained() {
    return explain(kompass::testing::understood(transcript()), kompass::testing::knowledge());
}

const UnderstoodPart& part(const Explanation& explanation, const std::string& name) {
    const auto found = std::find_if(explanation.parts.begin(), explanation.parts.end(),
                                    [&](const UnderstoodPart& each) { return each.name == name; });
    REQUIRE(found != explanation.parts.end());
    return *found;
}

} // namespace

TEST_SUITE("cli") {

    TEST_CASE("parts that are found are counted, parts that are missing name their roles") {
        const auto explanation = explained();
        CHECK(part(explanation, "areas").found == 2);
        CHECK(part(explanation, "strengths").found == 0);
        const auto& roles = part(explanation, "strengths").roles;
        CHECK(std::find(roles.begin(), roles.end(), "strengths_head") != roles.end());
    }

    TEST_CASE("every role that is named has a rule") {
        const auto& knowledge = kompass::testing::knowledge();
        for (const auto& each : explained().parts)
            for (const auto& role : each.roles)
                CHECK_MESSAGE(!knowledge.rules.of_role(role).empty(), role);
    }

    TEST_CASE("rules that matched are told with how often and where") {
        const auto uses = explained().rules;
        const auto area_heads = std::find_if(
            uses.begin(), uses.end(), [](const RuleUse& use) { return use.rule->role == "area_head"; });
        REQUIRE(area_heads != uses.end());
        CHECK(area_heads->times == 2);
        CHECK(area_heads->first_page == 1);
    }

    TEST_CASE("headings that no rule knows come first if they are met often, with the nearest rule") {
        const auto lines = explained().unknown_lines;
        REQUIRE(lines.size() >= 2);
        CHECK(lines[0].text == "Det här är bra");
        CHECK(lines[0].times == 2);
        const auto slip = std::find_if(lines.begin(), lines.end(),
                                       [](const UnknownLine& line) { return line.text == "Styrkar"; });
        REQUIRE(slip != lines.end());
        REQUIRE(slip->nearest != nullptr);
        CHECK(slip->nearest->role == "strengths_head");
        CHECK(slip->likeness > 0.8);
        const auto known = [](const UnknownLine& line) { return line.text.starts_with("Område"); };
        CHECK(std::none_of(lines.begin(), lines.end(), known));
    }

} // TEST_SUITE
