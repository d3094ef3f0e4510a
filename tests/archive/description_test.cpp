// What an archive says of itself: what people told, and what its tables mean.
#include "archive/outside/description.h"

#include "archive/archive.h"
#include "archive/schema/schema_notes.h"
#include "archive/verify.h"
#include "tests/archive/outsider.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace kompass;
using namespace kompass::archive;

Description full() {
    return {"Arkivet",       "Ankeborg",          "LocalAuthority", "Stadsarkivet",
            "a@ankeborg.se", "https://cc.org/0/", "public",         "https://data.ankeborg.se/",
            "1.2",           "2026-02-08"};
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("what is told of an archive is kept, changed and taken back") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        CHECK(archive.consult(find_description) == Description{});
        CHECK(archive.describe(full()) == Keeping::added);
        CHECK(archive.describe(full()) == Keeping::known);
        CHECK(archive.consult(find_description) == full());
        auto other = full();
        other.contact.clear();
        CHECK(archive.describe(other) == Keeping::changed);
        CHECK(archive.consult(find_description) == other);
        CHECK(archive.describe({}) == Keeping::changed);
        CHECK(archive.consult(find_description) == Description{});
    }

    TEST_CASE("what can be no description is refused, with what to write instead") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        CHECK(fault_of_description(full()).empty());
        for (const auto field : {&Description::publisher_type, &Description::email, &Description::licence,
                                 &Description::access, &Description::address, &Description::released}) {
            auto wrong = full();
            wrong.*field = "något annat";
            CHECK(fault_of_description(wrong).find("'något annat'") != std::string::npos);
            CHECK_THROWS_AS(archive.describe(wrong), ConstraintError);
        }
        CHECK(archive.consult(find_description) == Description{});
    }

    TEST_CASE("a page about the schema is taken apart into what each thing means") {
        const auto notes = schema_notes(
            "# Top\n\n### `scores`\n\nThe questions\nof tables.\n\n| column | type | meaning |\n"
            "|---|---|---|\n| `points` | number | reached, `a\\|b` |\n\nLater words.\n\n"
            "## Other\n\nWords.\n| `no` | x |\n### `area`\n| column | meaning |\n| `id` | key |\n");
        REQUIRE(notes.size() == 4);
        CHECK(notes[0].meaning == "The questions of tables.");
        CHECK(notes[1].relation == "scores");
        CHECK(notes[1].field == "points");
        CHECK(notes[1].meaning == "reached, `a|b`");
        CHECK(notes[3].relation == "area");
        CHECK(notes[3].meaning == "key");
    }

    TEST_CASE("an archive tells what each column means, and verify misses what is not told") {
        const samples::TemporaryFolder folder;
        static_cast<void>(samples::writable(folder.file("a.db")));
        const auto faults = [&] {
            const auto checks = verify(folder.file("a.db"));
            const auto check = std::find_if(checks.begin(), checks.end(),
                                            [](const Check& other) { return other.name == "description"; });
            REQUIRE(check != checks.end());
            return check->faults;
        };
        CHECK(faults().empty());
        samples::Outsider(folder.file("a.db"))
            .run("DELETE FROM schema_note WHERE field = 'points' AND relation = 'scores'");
        REQUIRE(faults().size() == 1);
        CHECK(faults().front() == "nothing says what scores.points means");
    }

    TEST_CASE("a copy for others names no folder, and nobody if so wished") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::plain_record("Gåseborg", "9902", 2018, 50);
        archive.store(record, {}, {nullptr, "/home/anka/r.pdf"});
        const auto decide = [&](const char* value, const char* who) {
            archive.correct({{record.sha256, "1.1 points", std::nullopt, value, who, "sett", "", false}});
        };
        decide("3", "person 2"); // as somebody may be called
        decide("4", "Anka");
        decide("5", "person 2");
        archive.publish(folder.file("named.db"));
        archive.publish(folder.file("copy.db"), {false, "7", "2026-02-08"});
        const auto authors = [](const Connection& connection) {
            return connection.texts("SELECT author FROM decision ORDER BY id");
        };
        CHECK(Archive::open(folder.file("named.db")).consult(authors) ==
              std::vector<std::string>{"person 2", "Anka", "person 2"});
        const auto copy = Archive::open(folder.file("copy.db"));
        CHECK(copy.consult(authors) == std::vector<std::string>{"person 1", "person 2", "person 1"});
        CHECK(copy.consult(find_description).version == "7");
        copy.consult([](const Connection& connection) {
            CHECK(connection.number("SELECT count(*) FROM source_path") == 0);
        });
        CHECK_THROWS(samples::Outsider(folder.file("copy.db")).run("UPDATE decision SET author = 'x'"));
    }

} // TEST_SUITE
