// Corrections lie over what was read: they are only added to, outlive a reading, and views tell all values.
#include "archive/archive.h"
#include "archive/connection.h"
#include "archive/schema/schema.h"
#include "archive/upgrade/migrations.h"
#include "archive/verify.h"
#include "enquiry/figures.h"
#include "model/overlay.h"
#include "model/record_json.h"
#include "tests/archive/in_effect.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

namespace {

using namespace kompass;
using namespace kompass::archive;

std::string line(const Connection& connection, std::string_view sql) {
    std::string text;
    connection.each(sql, {}, [&](const Row& row) {
        for (const auto& column : row.columns())
            text += (&column == &row.columns().front() ? "" : "|") + row.text(column);
        text += '\n';
    });
    return text;
}

Correction correction(const std::string& cell, const std::string& was, const std::string& value) {
    return {samples::rich_record().sha256, cell, was, value, "Anna", "sett på sidan", {}};
}

auto added(const std::vector<bool>& decisions) {
    return std::count(decisions.begin(), decisions.end(), true);
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("a correction shows in views, beside what was read") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::rich_record(), {});
        const auto before = archive.record(1);
        CHECK(added(archive.correct({correction("1.1 points", "8", "9"), correction("1.1 points", "8", "7"),
                                     correction("1.1 text", "", "Ny fråga?"),
                                     correction("year", "2017", "2018"),
                                     correction("area 1 total points", "61", "62"),
                                     correction("history 2014 total", "98", "99")})) == 6);
        const auto connection = Connection::reading(folder.file("a.db"));
        CHECK(line(connection,
                   "SELECT year, points, text, state, points_state, percent_state, text_state FROM scores "
                   "WHERE question = '1.1'") == "2018|7|Ny fråga?|doubtful|decided|doubtful|decided\n");
        CHECK(line(connection, "SELECT points, points_state FROM area_totals WHERE area = 1") ==
              "62|decided\n");
        CHECK(
            line(connection,
                 "SELECT read, value, corrected, effective, state FROM figures WHERE cell = '1.1 points'") ==
            "3|8|7|7|decided\n");
        CHECK(line(connection, "SELECT state FROM figures WHERE cell = 'history 2014 total'") == "decided\n");
        CHECK(samples::reports(archive)[0].year == 2018);

        auto after = archive.record(1);
        CHECK(after.corrections.size() == 6);
        CHECK_FALSE(after.corrections[0].made_at.empty());
        after.corrections.clear();
        after.findings_of_audit = before.findings_of_audit;
        CHECK(after == before);
    }

    TEST_CASE("the audit speaks of the figures with their corrections") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::plain_record("Gåseborg", "9902", 2018, 50);
        archive.store(record, {});
        CHECK(samples::reports(archive)[0].inconsistencies == 0);
        archive.correct({{record.sha256, "area 3 total points", "50", "90", "Anna", "fel", {}}});
        CHECK(samples::reports(archive)[0].inconsistencies > 0);
        archive.correct({{record.sha256, "area 3 total points", "50", "50", "Anna", "rätt", {}}});
        CHECK(samples::reports(archive)[0].inconsistencies == 0);
    }

    TEST_CASE("corrections may come before their report, and hold of it once it is there") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto early = correction("1.1 points", "8", "9");
        CHECK(added(archive.correct({early})) == 1);
        archive.store(samples::rich_record(), {});
        CHECK(archive.record(1).corrections.size() == 1);
        CHECK(archive
                  .consult([](const Connection& connection) {
                      return enquiry::notable_figures(connection, enquiry::list_reports(connection).front());
                  })
                  .front()
                  .status == "decided");
    }

    TEST_CASE("one decision after the other is taken back, with the same reason and no time told") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::rich_record(), {});
        for (const char* value : {"9", "7"})
            CHECK(added(archive.correct({correction("1.1 points", "8", value)})) == 1);
        for (const char* was : {"7", "9"}) {
            auto taken_back = correction("1.1 points", was, "");
            taken_back.value = std::nullopt;
            taken_back.withdrawn = true;
            CHECK(added(archive.correct({taken_back})) == 1);
            CHECK(added(archive.correct({taken_back})) == 0); // the very same again
        }
        const auto record = archive.record(1);
        CHECK(state_of(record.corrections.at(0), record) == CorrectionState::superseded);
    }

    TEST_CASE("a decision can be taken back: what counted before counts again") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::rich_record(), {});
        const auto in_effect = [&] {
            const auto connection = Connection::reading(folder.file("a.db"));
            return line(connection, "SELECT points, points_state FROM scores WHERE question = '1.1'");
        };
        const auto as_read = in_effect();
        const auto withdrawal = [&](const std::string& at) {
            auto taken_back = correction("1.1 points", "", "");
            taken_back.value = std::nullopt;
            taken_back.made_at = at;
            taken_back.withdrawn = true;
            return taken_back;
        };
        auto first = correction("1.1 points", "8", "9");
        auto second = correction("1.1 points", "8", "7");
        first.made_at = "2021-03-01T12:00:00Z";
        second.made_at = "2021-03-02T12:00:00Z";
        archive.correct({first, second});
        CHECK(in_effect() == "7|decided\n");
        CHECK(archive.suppose({withdrawal("2021-03-03T12:00:00Z")}, [](const Connection& connection) {
            return line(connection, "SELECT points FROM scores WHERE question = '1.1'");
        }) == "9\n");
        CHECK(in_effect() == "7|decided\n"); // nothing was kept
        archive.correct({withdrawal("2021-03-03T12:00:00Z")});
        CHECK(in_effect() == "9|decided\n");
        archive.correct({withdrawal("2021-03-04T12:00:00Z")});
        CHECK(in_effect() == as_read);
        archive.correct({withdrawal("2021-03-05T12:00:00Z")}); // there is nothing left to take back
        CHECK(in_effect() == as_read);
        auto cleared = withdrawal("2021-03-06T12:00:00Z");
        cleared.withdrawn = false;
        cleared.was = "8";
        archive.correct({cleared});
        CHECK(in_effect() == "|decided\n");
        CHECK(samples::corrections(archive).size() == 6);

        auto with_value = withdrawal("");
        with_value.value = "8";
        CHECK_THROWS_AS(archive.correct({with_value}), ConstraintError);
        auto record = archive.record(1);
        CHECK(record_from_json(to_json(record)).corrections == record.corrections);
        CHECK(state_of(record.corrections.at(0), record) == CorrectionState::superseded);
        CHECK(state_of(record.corrections.at(2), record) == CorrectionState::withdrawal);
        CHECK(state_of(record.corrections.at(5), record) == CorrectionState::in_force);
    }

    TEST_CASE("the same decision without a time is known while it is the latest") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::rich_record(), {});
        const auto nine = correction("1.1 points", "8", "9");
        CHECK(added(archive.correct({nine, nine})) == 1);
        CHECK(added(archive.correct({nine})) == 0);
        CHECK(added(archive.correct({correction("1.1 points", "8", "7"), nine})) == 2);
    }

    TEST_CASE("a source that is forgotten leaves the archive as if it had never come, but for decisions") {
        const samples::TemporaryFolder folder;
        const auto one = samples::plain_record("Gåseborg", "9902", 2018, 50);
        auto other = samples::plain_record("Gåseborg", "9902", 2018, 50);
        other.sha256 = samples::hash(77);
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(one, {});
        archive.store(other, {});
        archive.correct({{other.sha256, "1.1 points", "50", "40", "Anna", "sett", {}}});
        archive.store_failure(
            {"trasig.pdf", "", {{Severity::error, "unreadable", "no bytes", "trasig.pdf", {}, ""}}});
        CHECK(archive.forget(other.sha256, other.file));
        CHECK_FALSE(archive.forget(other.sha256, other.file));
        CHECK(archive.forget("", "trasig.pdf"));
        CHECK(samples::failures(archive).empty());
        CHECK(samples::reports(archive).size() == 1);
        for (const auto& check : verify(folder.file("a.db")))
            CHECK(check.faults.empty());
        CHECK(samples::corrections(archive).size() == 1);
        {
            auto alone = samples::writable(folder.file("b.db"));
            alone.store(one, {});
        }
        CHECK(samples::all_in_effect(folder.file("a.db")) == samples::all_in_effect(folder.file("b.db")));
        archive.store(other, {});
        CHECK(archive.effective(1).record.areas.at(0).questions.at(0).score.points == 40);
    }

    TEST_CASE("corrections travel with a record, and are taken once") {
        const samples::TemporaryFolder folder;
        auto record = samples::rich_record();
        record.corrections = {correction("1.1 points", "8", "9")};
        record.corrections[0].made_at = "2021-03-01T12:00:00Z";
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(record, {});
        CHECK(samples::corrections(archive) == record.corrections);
        CHECK(added(archive.correct(record.corrections)) == 0);
        CHECK(samples::corrections(archive).size() == 1);
    }

    TEST_CASE("figures are counted by edition and year") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::rich_record(), {});
        const auto counts = archive.consult([](const Connection& connection) {
            return enquiry::count_by_edition_and_year(connection, enquiry::list_reports(connection));
        });
        REQUIRE(counts.size() == 1);
        CHECK(counts[0].edition == "2016");
        CHECK(counts[0].year == 2017);
        CHECK(counts[0].reports == 1);
        CHECK(counts[0].figures > 0);
        CHECK(counts[0].checks == static_cast<int>(samples::rich_record().findings_of_audit.size()));
        CHECK(counts[0].exact + counts[0].rounding + counts[0].inconsistent == counts[0].checks);
    }

    TEST_CASE("an archive made before corrections were kept is brought up to date with its reports") {
        const samples::TemporaryFolder folder;
        {
            auto connection = Connection::writing(samples::lock_of(folder.file("old.db")));
            connection.script(schema_version_1);
            connection.script(schema_version_2);
            connection.script(
                fmt::format("PRAGMA application_id = {}; PRAGMA user_version = 2", application_id));
            connection.run(
                "INSERT INTO source (sha256, file, kind, status) VALUES (?, 'a.pdf', 'pdf', 'taken')",
                {std::string(64, 'a')});
            connection.run("INSERT INTO entry (source_id, kind) VALUES (1, 'report')");
            connection.run(
                "INSERT INTO report (source_id, entry_id, year, text_repairs) VALUES (1, 1, 2014, 0)");
            connection.run("INSERT INTO correction (sha256, cell, value, author, why, made_at) "
                           "VALUES (?, 'year', '2015', 'Anna', 'sett', '2021-03-01T12:00:00Z')",
                           {std::string(64, 'a')});
        }
        const auto archive = samples::upgraded(folder.file("old.db"));
        CHECK(samples::reports(archive).at(0).year == 2015);
        CHECK(samples::corrections(archive).at(0).was == std::nullopt);
    }

} // TEST_SUITE
