#include "text/language.h"

#include "model/decimal.h"
#include "text/table.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>

using namespace kompass::text;

namespace {

/// Speaks it for the length of a test.
class Speaking {
public:
    explicit Speaking(Language language) { speak(language); }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;
    ~Speaking() { speak(Language::english); }
};

/// A variable of the environment, for the length of a test.
class Variable {
public:
    Variable(const char* name, const char* value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        if (value == nullptr)
            ::unsetenv(name);
        else
            ::setenv(name, value, 1);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() {
        if (before_)
            ::setenv(name_, before_->c_str(), 1);
        else
            ::unsetenv(name_);
    }

private:
    const char* name_;
    std::optional<std::string> before_;
};

Language of_locale(const char* all, const char* messages, const char* lang) {
    const Variable first("LC_ALL", all);
    const Variable second("LC_MESSAGES", messages);
    const Variable third("LANG", lang);
    return language_of_locale();
}

} // namespace

TEST_SUITE("text") {

    TEST_CASE("English is spoken, until another language is") {
        CHECK(tr("not stated") == "not stated");
        const Speaking swedish(Language::swedish);
        CHECK(tr("not stated") == "anges inte");
        CHECK(tr("a text that no catalogue has") == "a text that no catalogue has");
        CHECK(tr("") == "");
    }

    TEST_CASE("arguments stand where the language has them") {
        CHECK(tr("{} of {}: {}", "4.4 percent", "Almvik 2014", 68) == "4.4 percent of Almvik 2014: 68");
        const Speaking swedish(Language::swedish);
        CHECK(tr("{} of {}: {}", "4.4 percent", "Almvik 2014", 68) == "4.4 percent i Almvik 2014: 68");
    }

    TEST_CASE("numbers have a decimal comma in Swedish") {
        const kompass::Decimal half = kompass::Decimal::from_tenths(4335);
        CHECK(number(0.25, 2) == "0.25");
        CHECK(tr(", {} points", half) == ", 433.5 points");
        const Speaking swedish(Language::swedish);
        CHECK(number(0.25, 2) == "0,25");
        CHECK(number(12345, 0) == "12345");
        CHECK(tr(", {} points", half) == ", 433,5 poäng");
        CHECK(tr(", {} points", kompass::Decimal(433)) == ", 433 poäng");
    }

    TEST_CASE("nouns agree with their number") {
        CHECK(counted(1, "report") == "1 report");
        CHECK(counted(2, "report") == "2 reports");
        CHECK(counted(0, "inconsistency") == "0 inconsistencies");
        CHECK(counted(1, "inconsistency") == "1 inconsistency");
        const Speaking swedish(Language::swedish);
        CHECK(counted(1, "report") == "1 rapport");
        CHECK(counted(0, "report") == "0 rapporter");
        CHECK(counted(2, "inconsistency") == "2 motsägelser");
    }

    TEST_CASE("what is stored or exported is English") {
        const Speaking swedish(Language::swedish);
        CHECK(in_english([] { return tr("not stated"); }) == "not stated");
        CHECK(spoken() == Language::swedish);
    }

    TEST_CASE("the first variable of the locale that is set decides") {
        CHECK(of_locale(nullptr, nullptr, nullptr) == Language::english);
        CHECK(of_locale(nullptr, nullptr, "sv_SE.UTF-8") == Language::swedish);
        CHECK(of_locale("", "sv", "en_GB") == Language::swedish);
        CHECK(of_locale("C.UTF-8", "sv_SE", "sv_SE") == Language::english);
        CHECK(of_locale("sv_FI@euro", nullptr, nullptr) == Language::swedish);
        CHECK(of_locale("svenska", nullptr, nullptr) == Language::english);
    }

    TEST_CASE("a language has its name") {
        CHECK(language_from("sv") == Language::swedish);
        CHECK(name_of(Language::english) == "en");
        CHECK_THROWS_AS(static_cast<void>(language_from("no")), std::invalid_argument);
    }

    TEST_CASE("a table speaks to people, and is the same for programs") {
        const auto text = [](Format format) {
            Table table({{"municipality"}, {"points", Align::right}, {"state"}});
            table.add({std::string("Almvik"), Tenths{4335}, told("doubtful")});
            return table.text(format);
        };
        const auto csv = text(Format::csv);
        const auto json = text(Format::json);
        const Speaking swedish(Language::swedish);
        CHECK(text(Format::csv) == csv);
        CHECK(text(Format::json) == json);
        CHECK(text(Format::table) == "kommun  poäng  läge\nAlmvik  433,5  tveksam\n");
    }

} // TEST_SUITE
