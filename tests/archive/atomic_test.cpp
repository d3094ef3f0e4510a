// What follows from what is stored is not stored; figures stand in columns of their own, within bounds; what
// a paper prints beyond them stays with the document and stops nothing.
#include "archive/archive.h"
#include "archive/connection.h"
#include "archive/decisions.h"
#include "archive/evaluation/evaluations.h"
#include "archive/outside/definitions.h"
#include "archive/upgrade/migrations.h"
#include "archive/verify.h"
#include "archive/writer.h"
#include "audit/audit.h"
#include "tests/archive/outsider.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace {

using namespace kompass;
using namespace kompass::archive;

Record audited(Record record) {
    record.findings_of_audit = audit::audit(record);
    return record;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("checks that hold are made again of the figures, in their places among those that do not") {
        std::mt19937 draw(19);
        for (int round = 0; round < 20; ++round) {
            const samples::TemporaryFolder folder;
            auto archive = samples::writable(folder.file("a.db"));
            auto record = samples::plain_record("Zinkby", "9910", 2018, 40);
            for (auto& area : record.areas) {
                area.total = {40, 100, static_cast<int>(39 + draw() % 3), {}, {}, {}, {}};
                area.box_points = static_cast<int>(39 + draw() % 3);
            }
            record = audited(record);
            archive.store(record, {});
            CHECK(archive.record(1).findings_of_audit == record.findings_of_audit);
            const auto told = Connection::reading(folder.file("a.db"));
            CHECK(told.number("SELECT count(*) FROM audit_finding WHERE verdict = 'exact'") == 0);
            const auto exact = std::count_if(record.findings_of_audit.begin(), record.findings_of_audit.end(),
                                             [](const auto& made) { return made.verdict == Verdict::exact; });
            CHECK(exact > 0);
            CHECK(told.number("SELECT exact_checks FROM report") == exact);
        }
    }

    TEST_CASE("checks that the arithmetic does not find are stored as they came") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = audited(samples::plain_record("Zinkby", "9910", 2018, 40));
        REQUIRE_FALSE(record.findings_of_audit.empty());
        record.findings_of_audit.pop_back();
        record.findings_of_audit.front().explanation = "so it was said elsewhere";
        archive.store(record, {});
        CHECK(archive.record(1).findings_of_audit == record.findings_of_audit);
        CHECK(Connection::reading(folder.file("a.db")).number("SELECT exact_checks FROM report") == 0);
    }

    TEST_CASE("the figures that a finding names have columns") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::plain_record("Zinkby", "9910", 2018, 40);
        record.areas[0].questions[0].score = {5, 20, 8, {}, {}, {}, {}};
        archive.store(audited(record), {});
        CHECK(Connection::reading(folder.file("a.db"))
                  .texts("SELECT (points || '/' || max || '/' || percent || ' ' || points_from || "
                         "'-' || points_to || ' ' || max_from || ' ' || percent_from || '-' || percent_to) "
                         "FROM check_result WHERE kind = 'row' AND cell = '1.1'") ==
              Texts{"5/20/8 1-2 20 22-28"});
    }

    TEST_CASE("a percent above a hundred and a date that is none stay printed and are in no effect") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::plain_record("Zinkby", "9910", 2018, 40);
        record.areas[0].questions[0].score.percent = 105;
        record.document_date = "2019-02-31";
        CHECK(archive.store(audited(record), {}) == Outcome::taken);
        CHECK(archive.record(1).areas[0].questions[0].score.percent == 105);
        CHECK(archive.record(1).document_date == "2019-02-31");
        const auto told = [&](std::string_view sql) {
            return Connection::reading(folder.file("a.db")).texts(sql);
        };
        CHECK(told("SELECT coalesce(percent, 'none') || ' ' || percent_state FROM scores WHERE question = "
                   "'1.1'") == Texts{"none doubtful"});
        CHECK(
            told(
                "SELECT read || ' ' || coalesce(effective, 'none') || ' ' || state FROM figures WHERE cell = "
                "'1.1 percent'") == Texts{"105 none doubtful"});
        CHECK(told("SELECT coalesce(document_date, 'none') || ' ' || state FROM reports") ==
              Texts{"none doubtful"});
        CHECK(told("SELECT document_date FROM report") == Texts{"2019-02-31"});
        for (const auto& check : verify(folder.file("a.db")))
            CHECK_MESSAGE(check.faults.empty(), check.name);

        archive.correct({{record.sha256, "1.1 percent", std::nullopt, "50", "Anna", "sett", {}}});
        CHECK(told("SELECT percent || ' ' || percent_state FROM scores WHERE question = '1.1'") ==
              Texts{"50 decided"});
    }

    TEST_CASE("points above their maximum stay printed and are in no effect, unless a person decides both") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::plain_record("Zinkby", "9910", 2018, 40);
        record.areas[0].questions[0].score = {25, 20, 100, {}, {}, {}, {}};
        record.areas[1].total.points = 140;
        CHECK(archive.store(audited(record), {}) == Outcome::taken);
        CHECK(archive.record(1).areas[0].questions[0].score.points == 25);
        const auto told = [&](std::string_view sql) {
            return Connection::reading(folder.file("a.db")).texts(sql);
        };
        const auto first =
            "SELECT coalesce(points, 'none') || ' ' || points_state || ' of ' || coalesce(max, 'none') "
            "|| ' ' || max_state FROM scores WHERE question = '1.1'";
        CHECK(told(first) == Texts{"none doubtful of 20 sound"});
        CHECK(
            told("SELECT coalesce(points, 'none') || ' ' || points_state FROM area_totals WHERE area = 2") ==
            Texts{"none doubtful"});
        CHECK(told("SELECT read FROM figures WHERE cell = '1.1 points'") == Texts{"25"});
        archive.correct({{record.sha256, "1.1 points", std::nullopt, "25", "Anna", "sett", {}}});
        CHECK(told(first) == Texts{"25 decided of none doubtful"});
        archive.correct({{record.sha256, "1.1 max", std::nullopt, "20", "Anna", "sett", {}}});
        CHECK(told(first) == Texts{"25 decided of 20 decided"});
        for (const auto& check : verify(folder.file("a.db")))
            CHECK_MESSAGE(check.faults.empty(), check.name);
    }

    TEST_CASE("a question stands in an area of its own, and of the evaluation's edition") {
        const samples::TemporaryFolder folder;
        const auto record = samples::rich_record();
        auto connection = Connection::writing(samples::lock_of(folder.file("b.db")));
        make_if_blank(connection);
        seed(connection, samples::editions(), samples::municipalities());
        auto other = samples::editions();
        other.front().id = "2010";
        seed(connection, other, {});
        write_report(connection, record, samples::editions(), std::nullopt);
        settle_all(connection);
        REQUIRE(connection.number("SELECT count(*) FROM question_result WHERE question_id IS NOT NULL") > 0);
        CHECK(connection.number("SELECT count(*) FROM area_result x JOIN area a ON a.id = x.area_id "
                                "WHERE a.edition <> x.edition OR a.number <> x.area") == 0);
        for (const auto* wrong :
             {"UPDATE question_result SET question_id = (SELECT q.id FROM question q JOIN area a ON a.id = "
              "q.area_id WHERE a.edition = '2010' AND q.number = question_result.number)",
              "UPDATE question_result SET area_id = (SELECT id FROM area WHERE edition = '2010' AND number = "
              "1), "
              "edition = '2010'",
              "UPDATE area_result SET area_id = (SELECT id FROM area WHERE edition = '2016' AND number = 3 - "
              "area_result.area) WHERE area_id IS NOT NULL",
              "UPDATE area_result SET edition = '2010' WHERE area_id IS NOT NULL",
              "UPDATE area_result SET edition = NULL WHERE area_id IS NOT NULL"}) {
            CAPTURE(wrong);
            CHECK_THROWS_AS(connection.run(wrong), ConstraintError);
        }
        add_decision(connection, {record.sha256, "edition", std::nullopt, "2010", "Anna", "sett", {}});
        settle_all(connection); // what the document was taken for is no definition of what it is in effect
        CHECK(connection.number("SELECT count(*) FROM area_result WHERE area_id IS NOT NULL") == 0);
    }

    TEST_CASE("a changed register rewrites no evaluation, and each has the code and county of its year") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        rules::Knowledge knowledge;
        knowledge.municipalities.add_missing({{"0331", "Heby", "03", "Uppsala län"}});
        knowledge.municipalities.add_changes(KOMPASS_SOURCE_DIR "/tests/archive/changes.csv");
        auto archive = samples::writable(file);
        archive.store(samples::plain_record("Heby", "1917", 2005, 40), knowledge);
        archive.store(samples::plain_record("Heby", "0331", 2012, 50), knowledge);
        const auto told = [&](std::string_view sql) { return Connection::reading(file).texts(sql); };
        const auto reports =
            "SELECT evaluation || ' ' || municipality || ', ' || county FROM reports ORDER BY year";
        const Texts then{"se-1917-2005 Heby, Västmanlands län", "se-0331-2012 Heby, Uppsala län"};
        CHECK(told(reports) == then);
        CHECK(told("SELECT code || ' ' || county_code || ' ' || coalesce(valid_from, '') || '/' || "
                   "coalesce(valid_to, '') FROM municipality_period ORDER BY code") ==
              Texts{"0331 03 2007-01-01/", "1917 19 /2006-12-31"});
        CHECK(told("SELECT from_code || ' ' || kind || ' ' || to_code || ' ' || date FROM "
                   "municipality_change") == Texts{"1917 moved 0331 2007-01-01"});

        // A person who names it is taken at the year's word.
        auto nameless = samples::plain_record("Heby", "1917", 2004, 30);
        nameless.municipality.clear();
        nameless.municipality_code.clear();
        archive.store(nameless, knowledge);
        archive.correct({{nameless.sha256, "municipality", std::nullopt, "Heby", "Anna", "sett", {}}});
        CHECK(told("SELECT municipality_code FROM reports WHERE year = 2004") == Texts{"1917"});
        // And where the year is decided the code is that of this year, until it is taken back.
        archive.correct({{nameless.sha256, "year", "2004", "2009", "Anna", "sett", {}}});
        CHECK(told("SELECT municipality_code FROM reports WHERE year = 2009") == Texts{"0331"});
        auto later = samples::plain_record("Heby", "0331", 2012, 50);
        archive.correct({{later.sha256, "year", "2012", "2006", "Anna", "sett", {}}});
        CHECK(told("SELECT evaluation FROM reports WHERE year = 2006") == Texts{"se-1917-2006"});
        archive.correct({{later.sha256, "year", "2006", std::nullopt, "Anna", "sett", {}, true}});
        CHECK(told("SELECT evaluation FROM reports WHERE year = 2012") == Texts{"se-0331-2012"});

        rules::Knowledge renamed;
        renamed.municipalities.add_missing({{"0331", "Hebyholm", "03", "Uppsala län"}});
        archive.learn(renamed);
        CHECK(told("SELECT evaluation || ' ' || municipality FROM reports WHERE year = 2012") ==
              Texts{"se-0331-2012 Heby"});
        for (const auto& check : verify(file))
            CHECK_MESSAGE(check.faults.empty(), check.name);
    }

    TEST_CASE("key facts have their number, unit and time beside the printed words") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::plain_record("Zinkby", "9910", 2018, 40);
        record.key_facts = {
            {"Folkmängd (31/3-2017)", "21 435 invånare"}, {"Styre", "S och V"}, {"Skatt", "21,5"}};
        archive.store(record, {});
        CHECK(archive.record(1).key_facts == record.key_facts);
        CHECK(Connection::reading(folder.file("a.db"))
                  .texts("SELECT coalesce(number, '-') || '|' || coalesce(unit, '-') || '|' || "
                         "coalesce(as_of, '-') "
                         "FROM key_fact ORDER BY position") ==
              Texts{"21435|invånare|2017-03-31", "-|-|-", "21.5|-|-"});
    }

    TEST_CASE("an archive of an earlier version comes to the same when it is brought up to date") {
        for (const int version : {1, 13, 15}) {
            CAPTURE(version);
            const samples::TemporaryFolder folder;
            const auto file = folder.file("old.db");
            std::filesystem::copy_file(std::string(KOMPASS_SOURCE_DIR "/tests/archive/old/v") +
                                           std::to_string(version) + ".db",
                                       file);
            samples::Outsider(file).run("INSERT INTO key_fact (report_id, position, label, value) VALUES (1, "
                                        "1, 'Folkmängd (2014)', '9 000')");
            const auto asked = "SELECT count(*) FROM audit_finding WHERE verdict = 'exact'";
            const auto exact = Connection::reading(file).number(asked);
            REQUIRE(exact > 50);
            static_cast<void>(samples::upgraded(file));
            const auto now = Connection::reading(file);
            CHECK(now.number("SELECT sum(exact_checks) FROM report") == exact);
            CHECK(now.number(asked) == 0);
            CHECK(now.texts("SELECT number || ' ' || as_of FROM key_fact") == Texts{"9000 2014"});
        }
    }

} // TEST_SUITE
