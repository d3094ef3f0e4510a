// One municipality through its names and codes: found by all of them, called by that of the time.
#include "archive/outside/lasting_municipalities.h"

#include "archive/verify.h"
#include "enquiry/course.h"
#include "enquiry/reports.h"
#include "enquiry/role_models.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

namespace {

using namespace kompass;
using namespace kompass::archive;
using Texts = std::vector<std::string>;

rules::Knowledge with_changes() {
    rules::Knowledge knowledge;
    knowledge.municipalities.add_missing({{"0330", "Knivsta", "03", "Uppsala län"},
                                          {"0331", "Heby", "03", "Uppsala län"},
                                          {"0380", "Uppsala", "03", "Uppsala län"},
                                          {"2023", "Malung-Sälen", "20", "Dalarnas län"}});
    knowledge.municipalities.add_changes(KOMPASS_SOURCE_DIR "/rules/municipality_changes.csv");
    return knowledge;
}

/// "Malung 2006, Malung-Sälen 2012"
std::string found(const Archive& archive, std::string_view reference) {
    std::string names;
    for (const auto& report : samples::find(archive, reference))
        names += (names.empty() ? "" : ", ") + report.municipality + " " + std::to_string(*report.year);
    return names;
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("any name or code that a municipality has borne finds all that is its own") {
        const samples::TemporaryFolder folder;
        const auto knowledge = with_changes();
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::plain_record("Malung", "2023", 2006, 40), knowledge);
        archive.store(samples::plain_record("Malung-Sälen", "2023", 2012, 50), knowledge);
        archive.store(samples::plain_record("Heby", "1917", 2005, 40), knowledge);
        archive.store(samples::plain_record("Heby", "0331", 2012, 50), knowledge);
        archive.store(samples::plain_record("Knivsta", "0330", 2012, 50), knowledge);
        archive.store(samples::plain_record("Uppsala", "0380", 2002, 50), knowledge);

        for (const auto* name : {"Malung", "malung-sälen", "Malungs kommun", "malung-salen", "2023"})
            CHECK_MESSAGE(found(archive, name) == "Malung 2006, Malung-Sälen 2012", name);
        for (const auto* name : {"Malung 2012", "Malung-Sälen 2012", "2023 2012"})
            CHECK_MESSAGE(found(archive, name) == "Malung-Sälen 2012", name);
        for (const auto* name : {"Heby", "1917", "0331"})
            CHECK_MESSAGE(found(archive, name) == "Heby 2005, Heby 2012", name);
        CHECK(found(archive, "Uppsala") == "Uppsala 2002");
        CHECK(found(archive, "Knivsta") == "Knivsta 2012");

        const auto reports = samples::find(archive, "Malung");
        CHECK(reports.front().is_of_same_municipality(reports.back()));
        CHECK_FALSE(reports.front().is_of_same_municipality(samples::find(archive, "Heby").front()));
        CHECK(reports.front().name_now == "Malung-Sälen");
        archive.consult([](const Connection& connection) {
            const LastingMunicipalities municipalities(connection);
            for (const auto* name : {"Malung", "Malung-Sälen", "2023"}) {
                const auto course = enquiry::course_of(connection, municipalities, name);
                REQUIRE(course.evaluations.size() == 2);
                CHECK(course.evaluations.front().municipality == "Malung");
            }
            CHECK(enquiry::course_of(connection, municipalities, "Heby").evaluations.size() == 2);
            CHECK(enquiry::course_of(connection, municipalities, "Uppsala").evaluations.size() == 1);
        });
    }

    TEST_CASE("what is learnt of changes names what was decided before") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        auto archive = samples::writable(file);
        rules::Knowledge register_alone;
        register_alone.municipalities.add_missing({{"2023", "Malung-Sälen", "20", "Dalarnas län"}});
        const auto record = samples::plain_record("Malung-Sälen", "2023", 2012, 40);
        archive.store(record, register_alone);
        archive.correct({{record.sha256, "year", "2012", "2006", "Anna", "sett", {}}});
        const auto names = [&] {
            return Connection::reading(file).texts("SELECT municipality FROM reports");
        };
        CHECK(names() == Texts{"Malung-Sälen"});
        archive.learn(with_changes());
        CHECK(names() == Texts{"Malung"});
        for (const auto& check : verify(file))
            CHECK_MESSAGE(check.faults.empty(), check.name);
    }

    TEST_CASE("a decided year gives the evaluation and its role models the names of that year") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        auto archive = samples::writable(file);
        auto record = samples::plain_record("Malung", "2023", 2006, 40);
        record.areas.front().role_models = {{"Heby", "1917"}};
        archive.store(record, with_changes());
        auto other = samples::plain_record("Uppsala", "0380", 2006, 40);
        other.areas.front().role_models = {{"Malung", "2023"}};
        archive.store(other, with_changes());
        const auto told = [&](std::string_view sql) { return Connection::reading(file).texts(sql); };
        const auto named = "SELECT municipality || ' ' || municipality_code || ', ' || county FROM reports "
                           "WHERE municipality_code = '2023'";
        const auto models = "SELECT role_model || ' ' || role_model_code FROM role_models ORDER BY year, "
                            "role_model";
        const auto decide = [&](const Record& of, const char* cell, const char* was, const char* value) {
            archive.correct({{of.sha256, cell, was, value, "Anna", "sett", {}}});
        };

        decide(record, "year", "2006", "2012");
        CHECK(told(named) == Texts{"Malung-Sälen 2023, Dalarnas län"});
        CHECK(told(models) == Texts{"Malung 2023", "Heby 0331"});
        CHECK(archive.effective(1).record.municipality == "Malung-Sälen");
        decide(other, "year", "2006", "2012");
        CHECK(told(models) == Texts{"Heby 0331", "Malung-Sälen 2023"});
        archive.consult([](const Connection& connection) {
            for (const auto* name : {"Malung", "malung-salen", "2023"})
                CHECK(enquiry::role_models(connection, name, std::nullopt).size() == 1);
        });
        decide(record, "year", "2012", "2007");
        CHECK(told(named) == Texts{"Malung 2023, Dalarnas län"});
        decide(other, "municipality", "Uppsala", "Malung"); // by the name that it had
        CHECK(told("SELECT municipality FROM reports WHERE year = 2012") == Texts{"Malung-Sälen"});
        for (const auto& check : verify(file))
            CHECK_MESSAGE(check.faults.empty(), check.name);
    }

} // TEST_SUITE
