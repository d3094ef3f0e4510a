#include "extractors/key_facts.h"

#include "tests/support/real_rules.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

using namespace kompass;

using Facts = std::vector<std::pair<std::string, std::string>>;

namespace {

Facts facts_of(const Blocks& blocks) {
    Provenances provenance;
    auto facts = extract_key_facts(blocks, testing::knowledge(), provenance);
    CHECK(provenance.size() == facts.size());
    return facts;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("label and value under the head, as printed and in order") {
        CHECK(facts_of(testing::blocks_of("5 Kortfakta om Kumla kommun\n\nBefolkning\t21 345 (2016)\n"
                                          "Styrande partier\tS, C\n")) ==
              Facts{{"Befolkning", "21 345 (2016)"}, {"Styrande partier", "S, C"}});
        CHECK(
            facts_of(testing::laid_out(testing::typeset(
                {testing::TypesetPage().text("5 Kortfakta om Kumla kommun", testing::kBold).space(6).text(R"(
Befolkning           21 345
Anställda            1 895
Styrande partier     S, C och MP
)")}))) == Facts{{"Befolkning", "21 345"}, {"Anställda", "1 895"}, {"Styrande partier", "S, C och MP"}});
    }

    TEST_CASE("rows that are no pair are left out") {
        CHECK(facts_of(testing::blocks_of("Kortfakta\n\nBefolkning\t21 345\nKommunen\t\nMän\t10\t11\n")) ==
              Facts{{"Befolkning", "21 345"}});
    }

    TEST_CASE("tables elsewhere hold no key facts") {
        CHECK(facts_of(testing::blocks_of("Befolkning\t21 345\nAnställda\t1 895\n")).empty());
        CHECK(facts_of(testing::blocks_of("Kortfakta\n\nOmråde 1 Offentlighet och demokrati\n\n"
                                          "Befolkning\t21 345\nAnställda\t1 895\n"))
                  .empty());
    }
}
