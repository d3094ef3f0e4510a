// What speaks against texts of a record.
#include "account/text_faults.h"

#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

namespace {

std::string fault_of(const std::vector<std::string>& texts) {
    std::vector<Finding> list;
    for (const auto& text : texts) {
        list.emplace_back();
        list.back().text = text;
    }
    return account::fault_of_list(list, testing::knowledge().rules);
}

} // namespace

TEST_SUITE("account") {
    TEST_CASE("sentences among items without stops are running text") {
        const std::string running = "Nämnderna har en plan. Den följs upp varje år.";
        CHECK(fault_of({"Öppna möten med frågestund", "Samlad webbplats", running}) ==
              "\"Nämnderna har en plan. Den följs upp …\" is set as running text, the others are not");
        // Where items are sentences, one may be two; and of two items nobody knows which is set as it should.
        CHECK(fault_of({"Mötena är öppna.", "Webbplatsen är samlad.", running}).empty());
        CHECK(fault_of({"Samlad webbplats", running}).empty());
    }
}
