// Areas that are described in two places.
#include "extractors/gathered_areas.h"

#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace kompass;

namespace {

constexpr std::array kTitles = {
    "Offentlighet och demokrati",     "Tillgänglighet och brukarorientering",
    "Politisk styrning och kontroll", "Ledarskap, ansvar och delegation",
    "Resultat och effektivitet",      "Kommunen som arbetsgivare - personalpolitik",
    "Ständiga förbättringar",         "Kommunen som samhällsbyggare"};

std::string series(const std::string& below) {
    std::string text;
    for (std::size_t area = 0; area < kTitles.size(); ++area)
        text += "Område " + std::to_string(area + 1) + " " + kTitles[area] + "\n\n" + below + "\n";
    return text;
}

const std::string kProse = "Kommunen har en tydlig plan, som de flesta känner väl till och som följs upp.\n";

std::string order_of(const std::string& text) {
    std::string order;
    auto blocks = testing::blocks_of(text);
    (void)gather_areas(blocks, testing::knowledge());
    for (const auto& block : blocks)
        order += block.text.starts_with("Område ")    ? block.text.substr(8, 1)
                 : block.text.starts_with("Kommunen") ? "p"
                 : block.text == "Styrkor"            ? "s"
                 : block.text.starts_with("Öppna")    ? "i"
                                                      : "";
    return order;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("a chapter of all areas' findings is put behind each area's prose") {
        const auto order = order_of(series(kProse) + "5 Sammanfattning av iakttagelserna\n\n" +
                                    series("Styrkor\n• Öppna möten\n"));
        CHECK(order == "1p1si2p2si3p3si4p4si5p5si6p6si7p7si8p8si");
    }

    TEST_CASE("sheets of all areas' findings are put before each area's prose") {
        const auto order =
            order_of(series("Styrkor\n• Öppna möten\n") + "5 Sammanfattning\n\n" + series(kProse + kProse));
        CHECK(order.starts_with("1si1p"));
        CHECK(order.ends_with("8si8p"));
    }

    TEST_CASE("what says the same as the areas stays where it is") {
        const auto part = kProse + "\nStyrkor\n• Öppna möten\n";
        CHECK(order_of(series(part) + "5 Sammanfattning\n\n" + series("Styrkor\n• Öppna möten\n")) ==
              "1psi2psi3psi4psi5psi6psi7psi8psi1si2si3si4si5si6si7si8si");
    }
}
