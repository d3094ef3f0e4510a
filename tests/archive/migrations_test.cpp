// Archives made by earlier versions, kept in old/: each is brought up to date and loses nothing.
//
// vN.db is an archive of schema version N with two reports of the corpus, one failed source and a correction;
// records.jsonl holds its reports as that version printed them (those from v10.db on hold those, loaded).
// v8.db has a former report, corrections of it and of others, and one that its cell cannot hold.
#include "archive/archive.h"
#include "archive/connection.h"
#include "archive/upgrade/migrations.h"
#include "archive/upgrade/upgrade.h"
#include "archive/verify.h"
#include "model/record_json.h"
#include "read/file_bytes.h"
#include "tests/archive/outsider.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace {

using namespace kompass;
using namespace kompass::archive;
namespace fs = std::filesystem;

constexpr auto versions = {1, 2, 6, 7, 10, 13, 15, 18};
const fs::path old_archives = KOMPASS_SOURCE_DIR "/tests/archive/old";

/// A copy of the archive that version left behind.
fs::path copy_of(int version, const samples::TemporaryFolder& folder) {
    auto copy = folder.file("old.db");
    fs::copy_file(old_archives / fmt::format("v{}.db", version), copy, fs::copy_options::overwrite_existing);
    return copy;
}

std::vector<std::string> recorded() {
    std::ifstream stream(old_archives / "records.jsonl");
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

/// Every definition in the schema, in order.
std::vector<std::string> schema_of(const fs::path& file) {
    return Connection::reading(file).texts("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name");
}

int version_of(const fs::path& file) {
    return static_cast<int>(Connection::reading(file).number("PRAGMA user_version").value());
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("there is a stored archive of every earlier version from which one can come") {
        for (const int version : versions) {
            const samples::TemporaryFolder folder;
            CHECK(version_of(copy_of(version, folder)) == version);
        }
        CHECK(newest_version() > version_of(old_archives / "v8.db"));
    }

    TEST_CASE("an archive of an earlier version is brought up to date and holds the same") {
        const auto expected = recorded();
        REQUIRE(expected.size() == 2);
        for (const int version : versions) {
            CAPTURE(version);
            const samples::TemporaryFolder folder;
            const auto file = copy_of(version, folder);
            const auto archive = samples::upgraded(file);
            std::size_t corrections = 0;
            for (std::size_t i = 0; i < expected.size(); ++i) {
                auto record = archive.record(static_cast<std::int64_t>(i + 1));
                corrections += record.corrections.size();
                record.corrections.clear(); // records had none then
                // By way of today's record, so that a key that came later is no difference.
                CHECK(to_json(record) == to_json(record_from_json(expected[i])));
            }
            CHECK(corrections == 1);
            CHECK(samples::reports(archive).size() == expected.size());
            REQUIRE(samples::failures(archive).size() == 1);
            CHECK(samples::failures(archive).front().troubles.front().code == "empty-file");
            const auto look = Connection::reading(file);
            CHECK(look.number("SELECT count(*) FROM decision WHERE number = 61") == 1);
            CHECK(look.number("SELECT count(*) FROM extraction WHERE version = ?",
                              {version < 10 ? "0.1.0" : "0.2.0"}) == 3);
        }
    }

    TEST_CASE("an archive brought up to date has the schema of a new one, and is sound") {
        const samples::TemporaryFolder folder;
        static_cast<void>(samples::writable(folder.file("new.db")));
        for (const int version : {1, 2, 6, 7, 8, 10, 13, 15, 18}) {
            const auto file = copy_of(version, folder);
            static_cast<void>(samples::upgraded(file));
            CHECK(schema_of(file) == schema_of(folder.file("new.db")));
            for (const auto& check : verify(file))
                for (const auto& fault : check.faults)
                    FAIL_CHECK(check.name << ": " << fault);
        }
    }

    TEST_CASE("an archive brought up to date holds its whole points as they were, and takes halves") {
        const samples::TemporaryFolder folder;
        const auto file = copy_of(10, folder);
        const auto figures = [&] {
            return Connection::reading(file).texts(
                "SELECT report || cell || typeof(value) || value || coalesce(candidates, '') FROM figures "
                "UNION ALL SELECT key || typeof(points) || coalesce(points, '') FROM evaluation "
                "UNION ALL SELECT column_from || year || area || typeof(points) || coalesce(points, '') "
                "FROM history_result ORDER BY 1");
        };
        const auto before = figures();
        REQUIRE(before.size() > 300);
        {
            auto archive = samples::upgraded(file);
            CHECK(figures() == before);
            auto record = archive.record(1);
            record.areas.at(0).questions.at(0).score.points = Decimal::from_tenths(95);
            record.areas.at(0).total.points = Decimal::from_tenths(425);
            record.areas.at(0).box_points = Decimal::from_tenths(425);
            CHECK(archive.revise(record, {}) == Outcome::taken);
            CHECK(archive.record(1).areas == record.areas);
        }
        const auto told = [&](std::string_view sql) { return Connection::reading(file).texts(sql); };
        CHECK(told("SELECT points FROM scores WHERE report = 1 AND question = '1.1'").front() == "9.5");
        CHECK(told("SELECT points FROM area_totals WHERE report = 1 AND area = 1").front() == "42.5");
        CHECK(told("SELECT box_points FROM area_totals WHERE report = 1 AND area = 1").front() == "42.5");

        auto writer = Connection::writing(samples::lock_of(file));
        for (const char* value : {"'9'", "9.55", "-1", "x'39'"}) {
            CHECK_THROWS_AS(writer.run(fmt::format("UPDATE question_score SET points = {}", value)),
                            ConstraintError);
            CHECK_THROWS_AS(writer.run(fmt::format("UPDATE area_score SET box_points = {}", value)),
                            ConstraintError);
            CHECK_THROWS_AS(writer.run(fmt::format("UPDATE evaluation SET points = {}", value)),
                            ConstraintError);
        }
        CHECK_THROWS_AS(writer.run("UPDATE question_score SET max = 9.5"), ConstraintError);
    }

    TEST_CASE("an archive brought up to date tells of its figures and findings as before") {
        const samples::TemporaryFolder folder;
        const auto file = copy_of(6, folder);
        // What was called consistent is called sound.
        const auto told = [&](const std::string& state, const std::string& findings) {
            std::vector<std::string> rows;
            const auto connection = Connection::reading(file);
            for (const auto& sql :
                 {"SELECT report, cell, read, effective, candidates, why, CASE WHEN report = 1 AND cell IN "
                  "('4.4 points', '4.4 max') THEN 'beside a decision' ELSE replace(" +
                      state + ", 'consistent', 'sound') END AS said FROM figures ORDER BY report, cell",
                  std::string("SELECT report, area, question, points, max, percent, text FROM scores "
                              "ORDER BY report, area, question"),
                  std::string("SELECT report, area, points, max, percent, title, box_points FROM area_totals "
                              "ORDER BY report, area"),
                  "SELECT report, area, position, text, kind, year FROM " + findings +
                      " ORDER BY report, area, kind, position"})
                connection.each(sql, {}, [&](const Row& row) {
                    rows.emplace_back();
                    for (const auto& column : row.columns())
                        rows.back() += row.text(column) + '|';
                });
            return rows;
        };
        const auto before = told("status", "findings_list");
        REQUIRE(before.size() > 300);
        static_cast<void>(samples::upgraded(file));
        CHECK(told("state", "findings") == before);
        // The decision on 4.4 percent, which nobody audited then, contradicts the rest of its row.
        CHECK(Connection::reading(file).texts("SELECT state FROM figures WHERE report = 1 AND cell IN "
                                              "('4.4 points', '4.4 max')") ==
              std::vector<std::string>{"inconsistent", "inconsistent"});
    }

    TEST_CASE("reports of an archive from before there were accounts are not accounted for") {
        const samples::TemporaryFolder folder;
        const auto file = copy_of(7, folder);
        auto archive = samples::upgraded(file);
        CHECK_FALSE(archive.record(1).account);
        const auto told = [&] {
            return Connection::reading(file).texts("SELECT parts FROM reports ORDER BY report");
        };
        CHECK(told() == std::vector<std::string>{"not accounted for", "not accounted for"});
        CHECK(Connection::reading(file).number("SELECT count(*) FROM completeness") == 0);

        auto extracted = archive.record(1);
        extracted.account = samples::rich_record().account;
        CHECK(archive.revise(extracted, {}) == Outcome::taken);
        CHECK(archive.record(1).account == extracted.account);
        CHECK(told().front() == summary(*extracted.account));
    }

    TEST_CASE("former reports, corrections and kept readings come over, each figure and decision of them") {
        const samples::TemporaryFolder folder;
        const auto file = copy_of(8, folder);
        const auto told = [&](std::string_view sql) { return Connection::reading(file).texts(sql); };
        const auto former = told("SELECT record FROM former_report");
        REQUIRE(former.size() == 1);
        const auto figures =
            "SELECT number || text || points || '/' || max || '/' || percent FROM question_score "
            "ORDER BY id";
        const auto before = told(figures);
        REQUIRE(before.size() == 90);
        {
            const auto archive = samples::upgraded(file);
            auto record = archive.record(2);
            CHECK(record.corrections.size() == 1);
            record.corrections.clear();
            CHECK(to_json(record) == to_json(record_from_json(former.front())));
            CHECK(samples::reports(archive).size() == 2);
            CHECK(samples::former_reports(archive).front().reason == "nearer-source");
        }
        const auto after = told(figures);
        CHECK(after.size() == 135);
        for (const auto& figure : before)
            CHECK(std::find(after.begin(), after.end(), figure) != after.end());

        // Made in the former document, which no view heard of.
        CHECK(told("SELECT percent FROM scores WHERE evaluation LIKE 'se-9903-%' AND question = '4.4'") ==
              std::vector<std::string>{"61"});
        // What was said to be printed is what is printed.
        CHECK(
            told("SELECT printed FROM audit_finding WHERE report_id = 1 AND cell = 'area 6 total points'") ==
            std::vector<std::string>{"33"});
        CHECK(told("SELECT layer FROM inconsistencies WHERE cell = 'area 6 total points' AND report = 1") ==
              std::vector<std::string>{"effective"});
        CHECK(told("SELECT text FROM findings WHERE text = 'Något annat'").size() == 1);
        CHECK(told("SELECT count(*) FROM decision") == std::vector<std::string>{"3"});
        CHECK(told("SELECT cell || ' ' || value FROM refused_correction") ==
              std::vector<std::string>{"1.1 points tolv"});
        CHECK(told("SELECT count(*) FROM reading") == std::vector<std::string>{"1"});
        for (const auto& check : verify(file))
            for (const auto& fault : check.faults)
                FAIL_CHECK(check.name << ": " << fault);
    }

    TEST_CASE(
        "an archive from before that was told takes origins and known totals, and is Kommunkompassen's") {
        const samples::TemporaryFolder folder;
        const auto file = copy_of(13, folder);
        auto archive = samples::upgraded(file);
        const auto record = archive.record(1);
        CHECK_FALSE(record.origin);
        CHECK(archive.keep_origins({{record.sha256, {"https://skr.se/a.pdf", "", "", "", ""}}}) ==
              std::vector{Keeping::added});
        CHECK(archive.record(1).origin->url == "https://skr.se/a.pdf");
        CHECK(archive.keep_known(
                  {{record.municipality, record.municipality_code, 2018, std::nullopt, {{0, 449}}, "SKL"}}) ==
              std::vector{Keeping::added});
        const auto told = [&](std::string_view sql) { return Connection::reading(file).texts(sql); };
        CHECK(told("SELECT state FROM known_totals") == std::vector<std::string>{"agrees"});
        CHECK(told("SELECT DISTINCT instrument || ' ' || country FROM edition") ==
              std::vector<std::string>{"Kommunkompassen se"});
        CHECK(told("SELECT evaluation FROM reports WHERE report = 1").front().starts_with("se-9907-2018"));
    }

    TEST_CASE("an older archive is read as one brought up to date, and nothing in its file changes") {
        for (const int version : versions) {
            CAPTURE(version);
            const samples::TemporaryFolder folder;
            const auto file = copy_of(version, folder);
            const auto before = read::read_file(file).bytes;
            {
                const auto archive = Archive::open(file);
                CHECK(archive.older_version() == version);
                CHECK(samples::reports(archive).size() == 2);
                auto record = archive.record(1);
                record.corrections.clear();
                CHECK(to_json(record) == to_json(record_from_json(recorded().front())));
            }
            CHECK(version_of(file) == version);
            CHECK(read::read_file(file).bytes == before);
        }
    }

    TEST_CASE("an older archive is not changed before it was brought up to date") {
        const samples::TemporaryFolder folder;
        const auto file = copy_of(13, folder);
        CHECK_THROWS_WITH_AS(static_cast<void>(samples::writable(file)), doctest::Contains("kompass upgrade"),
                             ArchiveError);
        CHECK(version_of(file) == 13);
    }

    TEST_CASE("an upgrade keeps the archive as it was beside it, and tells what each version brought") {
        const samples::TemporaryFolder folder;
        const auto file = copy_of(13, folder);
        const auto before = schema_of(file);
        std::vector<std::string> steps;
        const auto done =
            upgrade(samples::lock_of(file), [&](std::string_view step) { steps.emplace_back(step); });
        CHECK(done.from == 13);
        CHECK(done.to == newest_version());
        CHECK(done.kept == folder.file("old-v13.db"));
        CHECK(done.changes.size() == static_cast<std::size_t>(newest_version() - 13));
        CHECK(steps.size() == done.changes.size() + 1);
        CHECK(version_of(file) == newest_version());
        CHECK(version_of(done.kept) == 13);
        CHECK(schema_of(done.kept) == before);
        CHECK(Archive::open(done.kept).record(1) == Archive::open(file).record(1));

        CHECK(upgrade(samples::lock_of(file)).kept.empty()); // nothing to do
        // A copy that is there is not written over.
        fs::copy_file(done.kept, file, fs::copy_options::overwrite_existing);
        CHECK(upgrade(samples::lock_of(file)).kept == folder.file("old-v13-2.db"));
    }

    TEST_CASE("what a newer kompass made is neither read nor upgraded") {
        const samples::TemporaryFolder folder;
        const auto file = copy_of(15, folder);
        samples::Outsider(file).run(fmt::format("PRAGMA user_version = {}", newest_version() + 1));
        for (const auto& attempt :
             std::vector<std::function<void()>>{[&] { static_cast<void>(Archive::open(file)); },
                                                [&] { static_cast<void>(upgrade(samples::lock_of(file))); }})
            CHECK_THROWS_WITH_AS(attempt(), doctest::Contains("newer kompass"), ArchiveError);
        CHECK_FALSE(fs::exists(folder.file("old-v19.db")));
    }

    TEST_CASE("an archive remembers municipalities of registers of the user's own") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        rules::Knowledge knowledge;
        knowledge.municipalities.add_missing({{"1983", "Köping", "19", "Västmanlands län", false},
                                              {"9901", "Ankeborg", "99", "Provlän", true}});
        archive.learn(knowledge);
        const std::vector<rules::Municipality> own{{"9901", "Ankeborg", "99", "Provlän", true}};
        CHECK(archive.own_municipalities() == own);
        archive.learn({}); // without the register they stay
        CHECK(archive.own_municipalities() == own);
    }

    TEST_CASE("a migration that cannot be finished leaves the archive as it was") {
        const samples::TemporaryFolder folder;
        const auto file = copy_of(1, folder);
        samples::Outsider(file).run("CREATE TABLE former_report (unexpected)");
        CHECK_THROWS_AS(static_cast<void>(samples::upgraded(file)), ArchiveError);
        CHECK(version_of(file) == 1);
        CHECK(Connection::reading(file).number(
                  "SELECT count(*) FROM sqlite_schema WHERE name = 'ocr_page'") == 0);
    }

} // TEST_SUITE
