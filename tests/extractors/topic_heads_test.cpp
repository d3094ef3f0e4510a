#include "extractors/topic_heads.h"

#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace kompass {
namespace {

/// Three areas with a list below `head` and another below "Styrkor".
std::string areas_with(const std::string& head) {
    std::string text;
    int number = 0;
    for (const auto* title : {"Offentlighet och demokrati", "Tillgänglighet och brukarorientering",
                              "Politisk styrning och kontroll"}) {
        ++number;
        text += "Område " + std::to_string(number) + " " + title + "\n\n" + head + "\n\n• Strategi " +
                std::to_string(number) + "\n• Dialog\n\nALLMÄNT\n\nText.\n\nSTYRKOR\n\n• Tydliga mål\n\n";
    }
    return text;
}

/// Lines in capitals are headings, as bold ones are on a page.
TopicHeads heads_of(const std::string& text) {
    auto blocks = testing::blocks_of(text);
    for (auto& block : blocks)
        if (std::none_of(block.text.begin(), block.text.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
            block.kind = BlockKind::heading;
    const auto spans = outline(blocks, testing::knowledge());
    REQUIRE(spans.size() == 3);
    const FindingHeads findings(blocks, spans, testing::knowledge().rules, testing::hints());
    return {blocks, spans, findings, testing::knowledge().rules};
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("what rules name heads topics") {
        const auto heads = heads_of(areas_with("RUBRIKER"));
        CHECK(heads.contains("Rubriker"));
        CHECK(heads.inferred().empty());
    }

    TEST_CASE("the head of the first list of all areas heads topics") {
        const auto heads = heads_of(areas_with("DETTA GRANSKADES"));
        CHECK(heads.contains("Detta granskades"));
        CHECK_FALSE(heads.contains("Allmänt"));
        CHECK(heads.inferred() == std::vector<std::string>{"DETTA GRANSKADES"});
    }

    TEST_CASE("the head of findings never does") {
        const auto heads = heads_of(areas_with("FÖRBÄTTRINGSOMRÅDEN"));
        CHECK_FALSE(heads.contains("Förbättringsområden"));
        CHECK_FALSE(heads.contains("Styrkor"));
    }
}

} // namespace kompass
