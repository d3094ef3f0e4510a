#include "extractors/evaluators_told.h"

#include "tests/support/real_rules.h"
#include "tests/support/transcript.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

namespace {

Blocks blocks_of(const std::string& text) {
    return testing::laid_out(testing::transcript(text + "\n"));
}

std::string shown(const std::vector<Person>& persons) {
    std::string text;
    for (const auto& person : persons)
        text += (text.empty() ? "" : "; ") + described(person);
    return text;
}

std::string told(const std::string& text) {
    std::vector<Person> persons;
    for (const auto& told : told_evaluators(blocks_of(text), 2015, testing::knowledge()))
        persons.push_back(told.person);
    return shown(persons);
}

std::string perhaps(const std::string& text) {
    return shown(perhaps_evaluators(blocks_of(text), 2015, testing::knowledge()));
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("sentences tell who evaluated, before the names and behind them") {
        const std::string both = "Anna Ek, SKL; Bo Lind, Sala kommun";
        for (const char* text : {
                 "Utvärderare i kommunen har varit Anna Ek (SKL) och Bo Lind (Sala kommun). Maja Skog "
                 "tackas.",
                 "Kommunen utvärderades i mars 2015 av Anna Ek från SKL och Bo Lind från Sala kommun.",
                 "Kommunen utvärderades i mars av två personer: Anna Ek, SKL, och Bo Lind, Sala kommun.",
                 "För intervjuerna och bedömningen svarade Anna Ek, SKL, och Bo Lind, Sala kommun.",
                 "Utvärderingsteamet bestod av Anna Ek, SKL, och Bo Lind, Sala kommun.",
                 "Vi som har utvärderat kommunen heter Anna Ek, SKL, och Bo Lind, Sala kommun.",
                 "I mars har Anna Ek från SKL och Bo Lind från Sala kommun genomfört utvärderingen.",
                 "Anna Ek från SKL och Bo Lind från Sala kommun genomförde utvärderingen i mars.",
                 "Det var Anna Ek, SKL, och Bo Lind, Sala kommun, som gjorde utvärderingen.",
             }) {
            CAPTURE(text);
            CHECK(told(text) == both);
        }
    }

    TEST_CASE("those of other evaluations, and who did something else, are passed over") {
        for (const char* text : {
                 "Den föregående utvärderingen gjordes av Anna Ek, SKL, och Bo Lind, Sala kommun.",
                 "Kommunen utvärderades 2009 av Anna Ek från SKL och Bo Lind från Sala kommun.",
                 "Anna Ek och Bo Lind genomförde utvärderingen 2009.",
                 "Kommunen utvärderades av två personer. Anna Ek från SKL tackar.",
                 "Utvärderingen gjordes av Sveriges Kommuner och Landsting.",
                 "Anna Ek och Bo Lind har läst rapporten.",
             }) {
            CAPTURE(text);
            CHECK(told(text).empty());
        }
    }

    TEST_CASE("whom a sentence on evaluating names in other words may be evaluators") {
        CHECK(perhaps("Intervjuerna hölls tillsammans med Anna Ek och Bo Lind under tre dagar.") ==
              "Anna Ek; Bo Lind");
        CHECK(perhaps("Anna Ek från SKL skötte allt kring utvärderingen.") == "Anna Ek, SKL");
        CHECK(perhaps("Kommunchef Maja Skog har läst utvärderingen.").empty());
        CHECK(perhaps("Anna Ek och Bo Lind firade. Utvärderingen är klar.").empty());
    }

    TEST_CASE("the text tells how many they were") {
        CHECK(told_number(blocks_of("Arbetet gjordes av två externa utvärderare."),
                          testing::knowledge().rules) == 2);
        CHECK(!told_number(blocks_of("Utvärderarna är eniga."), testing::knowledge().rules));
    }
}
