#include "rules/knowledge.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <optional>

using namespace kompass::rules;
namespace fs = std::filesystem;

namespace {

/// KOMPASS_RULES set for a test, and put back.
class RulesVariable {
public:
    explicit RulesVariable(const char* value) {
        if (const char* before = std::getenv("KOMPASS_RULES")) before_ = before;
        setenv("KOMPASS_RULES", value, 1);
    }
    RulesVariable(const RulesVariable&) = delete;
    RulesVariable& operator=(const RulesVariable&) = delete;
    ~RulesVariable() {
        if (before_) {
            setenv("KOMPASS_RULES", before_->c_str(), 1);
        } else {
            unsetenv("KOMPASS_RULES");
        }
    }

private:
    std::optional<std::string> before_;
};

const fs::path source_rules = fs::path(KOMPASS_SOURCE_DIR) / "rules";

} // namespace

TEST_SUITE("rules") {
    TEST_CASE("all knowledge is loaded together") {
        const Knowledge knowledge = Knowledge::load(source_rules);
        CHECK_FALSE(knowledge.rules.all().empty());
        CHECK(knowledge.editions.all().size() == 4);
        CHECK(knowledge.municipalities.all().size() == 290);
        CHECK_THROWS_AS((void)Knowledge::load("/nowhere"), RulesError);
    }

    TEST_CASE("copied knowledge stands on its own") {
        std::optional<Knowledge> first = Knowledge::load(source_rules);
        const Knowledge second =
            *first; // NOLINT(performance-unnecessary-copy-initialization): the copy is tested
        first.reset();
        CHECK(second.rules.matches("strengths_head", "Styrkor"));
        CHECK(second.municipalities.named("Avesta")->code == "2084");
    }

    TEST_CASE("rules are found where one says, or beside the program") {
        CHECK(find_rules(source_rules) == source_rules);
        const RulesVariable empty("");
        CHECK(fs::equivalent(find_rules({}), source_rules)); // CMake links them there
        const RulesVariable named(source_rules.c_str());
        CHECK(find_rules({}) == source_rules);
    }

    TEST_CASE("a place that was asked for and holds no rules is refused, not passed over") {
        CHECK_THROWS_WITH_AS((void)find_rules("/nowhere"), doctest::Contains("/nowhere"), RulesError);
        const RulesVariable wrong("/nowhere/else");
        CHECK_THROWS_WITH_AS((void)find_rules({}), doctest::Contains("KOMPASS_RULES"), RulesError);
    }
}
