#include "rules/concordance.h"

#include "rules/likely_same.h"
#include "rules/rules_error.h"
#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace {

using namespace kompass;
using namespace kompass::rules;
namespace fs = std::filesystem;

constexpr auto head = "from_edition,from_question,to_edition,to_question,kind\n";

/// A file of its own for as long as it lives.
class File {
public:
    explicit File(const std::string& rows)
        : path_(fs::temp_directory_path() / "kompass-concordance-test.csv") {
        std::ofstream(path_) << head << rows;
    }
    ~File() { fs::remove(path_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

/// An edition that asks one question an area.
Edition edition_of(const std::string& id, const std::vector<QuestionDefinition>& questions) {
    Edition edition{.id = id, .instrument = {}, .areas = {}};
    edition.areas.push_back({1, "Ett", {}, questions});
    return edition;
}

std::string complaint_about(const std::string& rows) {
    const File file(rows);
    try {
        static_cast<void>(Concordance::load(file.path(), testing::knowledge().editions));
    } catch (const RulesError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_SUITE("rules") {
    TEST_CASE("the same is the same in both directions") {
        const File file("2010,2.5,2016,2.4,same\n2010,1.1,2016,1.1,same\n2010,8.6,2016,8.6,split\n");
        const auto concordance = Concordance::load(file.path(), testing::knowledge().editions);
        CHECK(concordance.links().size() == 3);
        using Pairs = std::vector<std::pair<QuestionName, QuestionName>>;
        CHECK(concordance.same() == Pairs{{{"2010", "1.1"}, {"2016", "1.1"}},
                                          {{"2010", "2.5"}, {"2016", "2.4"}},
                                          {{"2016", "1.1"}, {"2010", "1.1"}},
                                          {{"2016", "2.4"}, {"2010", "2.5"}}});
    }

    TEST_CASE("a row that says nothing, too much or what is not is told with its line") {
        CHECK(complaint_about("2010,1.1,2016,1.1,like\n") ==
              "kompass-concordance-test.csv:2: a question is same, split or merged, not 'like'");
        CHECK(complaint_about("2010,1.1,2016,1.9,same\n") ==
              "kompass-concordance-test.csv:2: no edition 2016 in the rules asks a question 1.9");
        CHECK(complaint_about("1999,1.1,2016,1.1,same\n") ==
              "kompass-concordance-test.csv:2: no edition 1999 in the rules asks a question 1.1");
        CHECK(complaint_about("2016,1.1,2016,1.2,same\n") ==
              "kompass-concordance-test.csv:2: both questions are of one edition");
        CHECK(complaint_about("2010,1.1,2016,1.1,same\n2010,1.2,2016,1.1,same\n") ==
              "kompass-concordance-test.csv:3: question 1.2 of edition 2010 would be the same as two of "
              "another "
              "edition");
        CHECK(complaint_about("2010,1.1,2016,1.1,same\n") == "");
    }

    TEST_CASE("questions are likely the same where each is the other's likest") {
        const auto older = edition_of("a", {{"1.1", {"Hur arbetar kommunen med arbetsmiljö?"}, 10},
                                            {"1.2", {"Hur arbetar kommunen med brukarundersökningar?"}, 15},
                                            {"1.3", {"Vad kostar vattnet?"}, 5}});
        const auto newer = edition_of("b", {{"1.1", {"Arbetar kommunen med brukarundersökningar?"}, 20},
                                            {"1.2", {"Arbetar kommunen med medarbetarundersökningar?"}, 10}});
        const auto found = likely_same(older, newer);
        REQUIRE(found.size() == 4);
        CHECK(found[0].from->number == "1.2");
        CHECK(found[0].to->number == "1.1");
        CHECK(found[0].likeness >= same_question);
        CHECK(found[1].from == nullptr); // as like the same one, which is another's
        CHECK(found[1].to->number == "1.2");
        CHECK(found[2].to == nullptr);
        CHECK(found[3].from->number == "1.3");
    }

    TEST_CASE("what the rules call the same is worded alike, and nothing likelier was passed over") {
        const auto& knowledge = testing::knowledge();
        const auto* older = knowledge.editions.with_id("2010");
        const auto* newer = knowledge.editions.with_id("2016");
        REQUIRE(older != nullptr);
        REQUIRE(newer != nullptr);
        std::set<std::pair<std::string, std::string>> proposed;
        for (const auto& pair : likely_same(*older, *newer))
            if (pair.from != nullptr && pair.to != nullptr)
                proposed.emplace(pair.from->number, pair.to->number);
        std::set<std::pair<std::string, std::string>> accepted;
        for (const auto& link : knowledge.concordance.links()) {
            CHECK(link.kind == ConcordanceLink::Kind::same);
            accepted.emplace(link.from.number, link.to.number);
        }
        CHECK(accepted == proposed);
        CHECK(accepted.size() == 33);
        CHECK(accepted.contains({"2.5", "2.4"}));       // moved
        CHECK_FALSE(accepted.contains({"6.5", "6.5"})); // another question under the same number
    }
}
