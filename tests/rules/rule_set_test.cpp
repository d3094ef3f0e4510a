#include "rules/rule_set.h"

#include "rules/knowledge.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

using namespace kompass::rules;
namespace fs = std::filesystem;

namespace {

/// A folder of rule files that lasts as long as the test.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("kompass-rules-" + std::to_string(getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code error;
        fs::remove_all(path_, error);
    }

    Folder& write(const std::string& name, const std::string& text) {
        std::ofstream(path_ / name) << text;
        return *this;
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

constexpr const char* greeting = R"([[rule]]
id = "greeting"
role = "hello"
pattern = '''^hej\s+(?P<who>\S+)$'''
must_match = ["hej du"]
must_not_match = ["nej du"]
)";

const RuleSet& real_rules() {
    static const RuleSet rules = RuleSet::load(fs::path(KOMPASS_SOURCE_DIR) / "rules" / "layouts");
    return rules;
}

std::string group(const char* role, const char* text, const char* name) {
    const auto found = real_rules().match(role, text);
    return found ? found->group(name) : "(no match)";
}

} // namespace

TEST_SUITE("rules") {
    TEST_CASE("a rule is read with its file and line") {
        Folder folder;
        folder.write("a.toml", std::string("# first line\n") + greeting);
        const RuleSet rules = RuleSet::load(folder.path());
        REQUIRE(rules.all().size() == 1);
        CHECK(rules.all()[0].file == "a.toml");
        CHECK(rules.all()[0].line == 2);
        const auto found = rules.match("hello", "Hej Anna");
        REQUIRE(found);
        CHECK(found->rule->id == "greeting");
        CHECK(found->group("who") == "Anna");
        CHECK(found->group("nobody").empty());
        CHECK_FALSE(rules.match("other", "Hej Anna"));
        CHECK(rules.of_role("hello").size() == 1);
        CHECK(rules.check().empty());
    }

    TEST_CASE("files are read by name, the first rule that matches wins, lists are appended") {
        Folder folder;
        folder.write("b.toml",
                     "[lists]\nwords = [\"two\"]\n[[rule]]\nid=\"any\"\nrole=\"hello\"\npattern='.'\n"
                     "must_match=[\"x\"]\nmust_not_match=[\"\\n\"]\n");
        folder.write("a.toml", std::string(greeting) + "[lists]\nwords = [\"one\"]\n");
        const RuleSet rules = RuleSet::load(folder.path());
        CHECK(rules.match("hello", "hej du")->rule->id == "greeting");
        CHECK(rules.match("hello", "annat")->rule->id == "any");
        CHECK(rules.list("words") == std::vector<std::string>{"one", "two"});
        CHECK(rules.list("none").empty());
    }

    TEST_CASE("mistakes are named with file and line") {
        const auto complaint = [](const std::string& text) {
            Folder folder;
            folder.write("bad.toml", text);
            try {
                (void)RuleSet::load(folder.path());
            } catch (const RulesError& error) {
                return std::string(error.what());
            }
            return std::string("(none)");
        };
        CHECK(complaint("[[rule]\n").starts_with("bad.toml:1:"));
        CHECK(complaint(std::string(greeting) + "colour = \"red\"\n").starts_with("bad.toml:7: \"colour\""));
        CHECK(
            complaint(
                "\n[[rule]]\nid=\"x\"\nrole=\"r\"\npattern='('\nmust_match=[\"a\"]\nmust_not_match=[\"b\"]\n")
                .starts_with("bad.toml:5: the pattern of \"x\" is wrong"));
        CHECK(complaint("[[rule]]\nid=\"x\"\nrole=\"r\"\npattern='a'\nmust_match=[\"a\"]\n")
                  .starts_with("bad.toml:1: \"must_not_match\" is missing"));
        CHECK(
            complaint("[[rule]]\nid=\"x\"\nrole=\"r\"\npattern='a'\nmust_match=[]\nmust_not_match=[\"b\"]\n")
                .find("at least one example") != std::string::npos);
        CHECK(complaint(std::string(greeting) + greeting)
                  .starts_with("bad.toml:7: the id \"greeting\" is taken"));
        const auto with_pattern = [](const std::string& pattern) {
            return "[[rule]]\nid=\"x\"\nrole=\"r\"\npattern='" + pattern +
                   "'\nmust_match=[\"a\"]\nmust_not_match=[\"b\"]\n";
        };
        CHECK(complaint(with_pattern("a{month}")) ==
              "bad.toml:4: the pattern of \"x\" is wrong: there is no fragment {month}");
        CHECK(complaint(with_pattern("{a}") + "[fragments]\na='x{b}'\nb='{a}'\n") ==
              "bad.toml:4: the pattern of \"x\" is wrong: the fragment {a} holds itself");
        CHECK(complaint("[lists]\nmonth=[\"maj\"]\n[fragments]\nmonth='x'\n") ==
              "bad.toml:4: the fragment or list {month} is there already");
        CHECK(complaint("[rules]\n").starts_with("bad.toml:1: \"rules\""));
        CHECK(complaint("[lists]\nwords = [1]\n").starts_with("bad.toml:2:"));
    }

    TEST_CASE("an empty or missing folder is an error") {
        Folder folder;
        CHECK_THROWS_AS((void)RuleSet::load(folder.path()), RulesError);
        CHECK_THROWS_AS((void)RuleSet::load(folder.path() / "nowhere"), RulesError);
    }

    TEST_CASE("check finds examples that do not hold") {
        Folder folder;
        folder.write("a.toml", "[[rule]]\nid=\"x\"\nrole=\"r\"\npattern='^a'\nmust_match=[\"ab\",\"ba\"]"
                               "\nmust_not_match=[\"aa\"]\n");
        const auto failures = RuleSet::load(folder.path()).check();
        REQUIRE(failures.size() == 2);
        CHECK(failures[0].text == "ba");
        CHECK(failures[0].should_match);
        CHECK(failures[1].text == "aa");
        CHECK_FALSE(failures[1].should_match);
    }

    TEST_CASE("the project's own rules keep all their examples") {
        for (const RuleFailure& failure : real_rules().check())
            FAIL_CHECK(failure.file << ":" << failure.line << " " << failure.rule << " on \"" << failure.text
                                    << "\"");
        CHECK(real_rules().list("months").size() == 12);
        CHECK(real_rules().list("ordinals").size() == 10);
        CHECK(real_rules().list("tens").size() == 10);
        CHECK_FALSE(real_rules().list("unfinished_words").empty());
        CHECK_FALSE(real_rules().list("improvement_cues").empty());
        CHECK_FALSE(real_rules().list("strength_cues").empty());
    }

    TEST_CASE("the groups hold what the roles promise") {
        CHECK(group("area_head", "Omréde 5 Resultat och effektivitet", "number") == "5");
        CHECK(group("area_head", "Område 1: Offentlighet och demokrati", "title") ==
              "Offentlighet och demokrati");
        CHECK(group("area_section_head", "4.7 Standiga forbattringar", "number") == "7");
        CHECK(group("section_head", "4.1.2 Delpoäng", "number") == "4.1.2");
        CHECK(group("chapter_head", "5 Kortfakta om Kumla kommun", "title") == "Kortfakta om Kumla kommun");
        CHECK(group("running_head", "Sveriges Kommuner och Landsting 2019-02-08 19 (34)", "date") ==
              "2019-02-08");
        CHECK(group("running_head", "22 (24)", "date").empty());
        CHECK(group("document_date", "8 februari 2019", "month_name") == "februari");
        CHECK(group("title_municipality", "ANALYS AV HELSINGBORGS STAD", "name") == "HELSINGBORGS");
        CHECK(group("title_municipality", "2 Köpings kommun i förhållande till Kommunkompassen", "name") ==
              "Köpings");
        CHECK(group("title_municipality", "ANALYS AV REGION GOTLAND", "name") == "REGION GOTLAND");
        CHECK(group("affiliation", "Exempelköpings kommun och Per Ek", "affiliation") ==
              "Exempelköpings kommun");
        CHECK(group("affiliation_role", "senior konsult (SKL)", "affiliation") == "senior konsult");
        CHECK(group("cover_date", "ANALYS AV X KOMMUN 2014\nNOVEMBER 2014", "month") == "NOVEMBER");
        CHECK(group("evaluators_label", "Utvärderare: Anna Berg och Per Ek", "people") ==
              "Anna Berg och Per Ek");
    }

    TEST_CASE("when, which time and how many are read through damage") {
        const char* sentence =
            "Utvérderingen av Vdxjé kommun genomfordes i april &r 2015, och det var kommunens forsta "
            "utvérdering. Intervjuer holls med ett 30-tal personer.";
        CHECK(group("evaluation_when", sentence, "municipality") == "Vdxjé");
        CHECK(group("evaluation_when", sentence, "month") == "april");
        CHECK(group("evaluation_when", sentence, "year") == "2015");
        CHECK(group("evaluation_ordinal", sentence, "ordinal") == "forsta");
        CHECK(group("interviewees", sentence, "number") == "30");
        const char* season = "Utvärderingen av Malå kommun genomfördes under hösten 2017.";
        CHECK(group("evaluation_when", season, "month").empty());
        CHECK(group("evaluation_when", season, "year") == "2017");
        const char* months = "Utvärderingen av Malå kommun genomfördes under maj–juni 2016.";
        CHECK(group("evaluation_when", months, "month") == "maj");
        CHECK(group("interviewees", "Vi gjorde intervjuer med ett trettiotal personer.", "word") ==
              "trettio");
        CHECK(group("interviewees", "intervjuer med cirka 35 personer", "number") == "35");
    }

    TEST_CASE("docs/rules.md names every role and every list") {
        std::ifstream file(fs::path(KOMPASS_SOURCE_DIR) / "docs" / "rules.md");
        const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        for (const Rule& rule : real_rules().all())
            CHECK_MESSAGE(text.find("`" + rule.role + "`") != std::string::npos, rule.role);
        for (const char* list :
             {"months", "ordinals", "tens", "unfinished_words", "pronouns", "improvement_cues",
              "strength_cues", "weakness_cues", "strengths_words", "improvements_words", "weaknesses_words"})
            CHECK_MESSAGE(text.find("`" + std::string(list) + "`") != std::string::npos, list);
    }

    TEST_CASE("rows, dates and sentences are no heads") {
        const RuleSet& rules = real_rules();
        for (const char* text :
             {"1. Offentlighet och demokrati 43 48 69", "8 februari 2019", "1. Kommunen växer.",
              "4.2 Vilket ansvar har enheterna för budget? 4 10 40%", "12", "2017"}) {
            CHECK_MESSAGE(!rules.matches("chapter_head", text), text);
            CHECK_MESSAGE(!rules.matches("section_head", text), text);
            CHECK_MESSAGE(!rules.matches("area_head", text), text);
            CHECK_MESSAGE(!rules.matches("running_head", text), text);
        }
    }
}
