#include "layout/items.h"

#include "tests/support/real_rules.h"
#include "tests/support/transcript.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::layout;

namespace {

/// The items of a scanned or printed list, one a line.
std::string items_of(std::string_view text, BulletGlyphs glyphs = BulletGlyphs::scanned) {
    std::string items;
    for (const auto& item : list_items(testing::source_lines(text), glyphs, testing::hints()))
        items += item.text + "\n";
    return items;
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("bullets part items, whatever their shape") {
        CHECK(items_of(R"(
• Öppna nämndmöten
»= Tydlig ansvars-
fördelning mellan
nämnderna
e Samlad webbplats
=  Dialog med unga
)") == "Öppna nämndmöten\nTydlig ansvarsfördelning mellan nämnderna\nSamlad webbplats\nDialog med unga\n");
    }

    TEST_CASE("a bullet on a line of its own takes the lines below") {
        CHECK(items_of("•\nÖppna möten\n•\nSamlad webb\n", BulletGlyphs::printed) ==
              "Öppna möten\nSamlad webb\n");
    }

    TEST_CASE("dashes are bullets only where no others are") {
        CHECK(items_of("- Öppna möten\n– Samlad webb\n") == "Öppna möten\nSamlad webb\n");
        CHECK(items_of("• Samverkan skola\n– näringsliv\n• Samlad webb\n") ==
              "Samverkan skola – näringsliv\nSamlad webb\n");
    }

    TEST_CASE("without bullets an item begins with a capital after a finished phrase") {
        CHECK(items_of(R"(
Öppna nämndmöten på
kvällstid
Budgetarbetet sker i
Samverkan mellan skolor
Tydliga mål och
indikatorer
)") == "Öppna nämndmöten på kvällstid\nBudgetarbetet sker i Samverkan mellan skolor\n"
       "Tydliga mål och indikatorer\n");
    }

    TEST_CASE("a pronoun behind a preposition ends a phrase, an article does not") {
        CHECK(
            items_of("Chefer har tid för det\nTydliga mål\nStöd till det\nSamverkan i alla\nSamlad webb\n") ==
            "Chefer har tid för det\nTydliga mål\nStöd till det\nSamverkan i alla\nSamlad webb\n");
        CHECK(items_of("Utveckla det\nTidiga stödet\n") == "Utveckla det Tidiga stödet\n");
    }

    TEST_CASE("a hyphen or a comma keeps a wrapped item together") {
        CHECK(items_of("Stöd till kultur-\nSamverkan\nMål,\nBudget\n") ==
              "Stöd till kultur-Samverkan\nMål, Budget\n");
    }

    TEST_CASE("a lost bullet shows by a capital after a finished sentence") {
        CHECK(items_of(R"(
= Öppna nämndmöten.
Samlad webb för alla.
= Dialog med unga
Västerbottningar
)") == "Öppna nämndmöten.\nSamlad webb för alla.\nDialog med unga Västerbottningar\n");
        // A born-digital list loses none.
        CHECK(items_of("• Öppna möten.\nÄven digitalt.\n• Samlad webb\n", BulletGlyphs::printed) ==
              "Öppna möten. Även digitalt.\nSamlad webb\n");
    }

    TEST_CASE("in a wide list a full line that ends a sentence is no end of an item") {
        CHECK(items_of(R"(
= Kommunen har under flera år arbetat med att göra budgeten begriplig.
Arbetet märks i nämnderna.
Revisionen är oberoende.
= Öppna möten
)") == "Kommunen har under flera år arbetat med att göra budgeten begriplig. Arbetet märks i nämnderna.\n"
       "Revisionen är oberoende.\nÖppna möten\n");
    }

    TEST_CASE("white space parts items of a list that lost its bullets") {
        CHECK(items_of("= Öppna möten\n\nSamlad webb\n") == "Öppna möten\nSamlad webb\n");
        CHECK(items_of("= Öppna möten och\n\nsamlad webb\n") == "Öppna möten och samlad webb\n");
    }

    TEST_CASE("an item that wraps over a page has both places") {
        const auto items = list_items(testing::source_lines("• Dialog med\n unga och gamla\n• Webb\n"),
                                      BulletGlyphs::scanned, testing::hints());
        REQUIRE(items.size() == 2);
        CHECK(items[0].text == "Dialog med unga och gamla");
        CHECK(items[0].places == Places{{1, std::nullopt}, {2, std::nullopt}});
        CHECK(items[0].bulleted);
        CHECK(items[1].places == Places{{2, std::nullopt}});
    }

    TEST_CASE("no lines, no items") {
        CHECK(items_of("").empty());
        CHECK(items_of("•\n  \n•\n").empty());
    }
}
