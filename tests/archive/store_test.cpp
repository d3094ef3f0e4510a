// What storing does besides the record itself: known files, failures, runs, definitions, search.
#include "archive/archive.h"
#include "archive/connection.h"
#include "archive/outside/definitions.h"
#include "archive/reader.h"
#include "archive/upgrade/migrations.h"
#include "archive/writer.h"
#include "model/record_facts.h"
#include "model/record_json.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <cctype>
#include <cstdint>
#include <set>
#include <stdexcept>

namespace {

using namespace kompass;
using namespace kompass::archive;

/// Every first column of what `sql` gives, joined by '|'.
std::string answer(const Connection& connection, std::string_view sql) {
    return fmt::format("{}", fmt::join(connection.texts(sql), "|"));
}

/// "/areas/3/name" as "/areas//name", like that of every other area.
std::string without_digits(std::string pointer) {
    std::erase_if(pointer, [](unsigned char c) { return std::isdigit(c) != 0; });
    return pointer;
}

FailedSource failure(const std::string& file, const std::string& sha256, const std::string& code) {
    return {file, sha256, {{Severity::error, code, "it will not do", file, Place{3, std::nullopt}, ""}}};
}

/// An archive with the sample definitions and the rich record, by way of the stage's parts.
Connection archive_of_parts(const std::filesystem::path& file, const Record& record) {
    auto connection = Connection::writing(samples::lock_of(file));
    make_if_blank(connection);
    seed(connection, samples::editions(), samples::municipalities());
    write_report(connection, record, samples::editions(), std::nullopt);
    return connection;
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("a known source is not stored again") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::rich_record();
        CHECK_FALSE(archive.knows(record.sha256));
        CHECK(archive.store(record, {}) == Outcome::taken);
        CHECK(archive.knows(record.sha256));

        const auto stored = record;
        record.municipality = "Gåseborg";
        record.file = "copy.pdf";
        CHECK(archive.store(record, {}) == Outcome::known);
        REQUIRE(samples::reports(archive).size() == 1);
        CHECK(archive.record(samples::reports(archive).front().id) == stored);
    }

    TEST_CASE("a failure is kept, replaced by a later one, and goes when the source is taken") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::rich_record();
        archive.store_failure(failure(record.file, record.sha256, "encrypted"));
        archive.store_failure(failure(record.file, record.sha256, "out-of-memory"));
        CHECK_FALSE(archive.knows(record.sha256));
        REQUIRE(samples::failures(archive).size() == 1);
        CHECK(samples::failures(archive).front().sha256 == record.sha256);
        CHECK(samples::failures(archive).front().troubles ==
              failure(record.file, record.sha256, "out-of-memory").troubles);

        CHECK(archive.store(record, {}) == Outcome::taken);
        CHECK(samples::failures(archive).empty());

        SUBCASE("a report once taken is not lost to a later failure") {
            archive.store_failure(failure(record.file, record.sha256, "encrypted"));
            CHECK(samples::failures(archive).empty());
            CHECK(samples::reports(archive).size() == 1);
        }
    }

    TEST_CASE("a source whose bytes could not be read is known by its name") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store_failure(failure("a.pdf", "", "unreadable"));
        archive.store_failure(failure("b.pdf", "", "unreadable"));
        archive.store_failure(failure("a.pdf", "", "gone"));
        REQUIRE(samples::failures(archive).size() == 2);
        CHECK(samples::failures(archive).at(0).file == "b.pdf");
        CHECK(samples::failures(archive).at(1).troubles.front().code == "gone");

        auto record = samples::rich_record();
        record.file = "a.pdf";
        archive.store(record, {});
        CHECK(samples::failures(archive).size() == 1);
    }

    TEST_CASE("a record with an error is refused as the caller's mistake") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::rich_record();
        record.troubles.front().severity = Severity::error;
        CHECK_THROWS_AS(archive.store(record, {}), std::invalid_argument);
        CHECK(samples::reports(archive).empty());
    }

    TEST_CASE("what the schema refuses becomes a failure that says why, and nothing of it stays") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::rich_record();
        record.areas.at(1).number = 1;
        CHECK(archive.store(record, {}) == Outcome::failed);
        CHECK(samples::reports(archive).empty());
        REQUIRE(samples::failures(archive).size() == 1);
        const auto troubles = samples::failures(archive).front().troubles;
        REQUIRE(troubles.size() == record.troubles.size() + 1);
        CHECK(troubles.back().code == "record-refused");
        CHECK(troubles.back().message.find("area_score.area") != std::string::npos);
        CHECK(Connection::reading(folder.file("a.db")).number("SELECT count(*) FROM question_score") == 0);
    }

    TEST_CASE("a run is noted with its counts, and the sources with their run") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto look = Connection::reading(folder.file("a.db"));
        archive.begin_run("kompass ingest a b");
        CHECK(answer(look, "SELECT ended_at IS NULL FROM run") == "1");
        archive.store(samples::rich_record(), {});
        archive.store(samples::rich_record(), {});
        archive.store_failure(failure("b.pdf", samples::hash(8), "encrypted"));
        archive.end_run();
        archive.store(samples::plain_record("Gåseborg", "9902", 2018, 50), {});

        CHECK(answer(look, "SELECT command FROM run") == "kompass ingest a b");
        CHECK(answer(look, "SELECT taken || ',' || known || ',' || failed FROM run") == "1,1,1");
        CHECK(answer(look, "SELECT started_at <= ended_at FROM run") == "1");
        CHECK(answer(look, "SELECT ifnull(run_id, 'none') FROM source ORDER BY id") == "1|1|none");
    }

    TEST_CASE("what is printed refers to its definition only if it reads like it") {
        const samples::TemporaryFolder folder;
        auto record = samples::rich_record();
        record.areas.front().questions.push_back({"1.2", "Vad äter ankor till frukost?", {}});
        const auto connection = archive_of_parts(folder.file("a.db"), record);

        CHECK(answer(connection, "SELECT ifnull(d.wording, 'none') FROM question_score q "
                                 "LEFT JOIN question d ON d.id = question_id ORDER BY q.position") ==
              "Finns det en strategi?|none|none");
        CHECK(answer(connection,
                     "SELECT ifnull(d.title, 'none') FROM area_score a LEFT JOIN area d ON d.id = area_id "
                     "ORDER BY a.area") == "Offentlighet och demokrati|Tillgänglighet och brukarorientering");
    }

    TEST_CASE("an area under a foreign title is kept as printed, without a definition") {
        const samples::TemporaryFolder folder;
        auto record = samples::rich_record();
        record.areas.at(0).title = "Fiske";
        record.areas.at(0).table_title = std::nullopt;
        record.areas.at(1).title = "";
        const auto connection = archive_of_parts(folder.file("a.db"), record);
        CHECK(answer(connection, "SELECT title || ':' || (area_id IS NULL) FROM area_score ORDER BY area") ==
              "Fiske:1|:0");
    }

    TEST_CASE("with the first report the rules' own definitions are there") {
        const samples::TemporaryFolder folder;
        const auto knowledge = rules::Knowledge::load(KOMPASS_SOURCE_DIR "/rules");
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::plain_record("Köping", "1983", 2017, 50), knowledge);
        archive.store(samples::plain_record("Norsjö", "2417", 2018, 50), knowledge);

        const auto look = Connection::reading(folder.file("a.db"));
        CHECK(answer(look, "SELECT count(*) FROM municipality") ==
              "291"); // of today, and one that is no more
        CHECK(answer(look, "SELECT count(*) FROM area WHERE edition = '2016'") == "8");
        CHECK(answer(look, "SELECT count(*) > 40 FROM question JOIN area ON area.id = area_id "
                           "WHERE edition = '2016'") == "1");
        CHECK(samples::find(archive, "Köping").at(0).county ==
              knowledge.municipalities.with_code("1983")->county);
    }

    TEST_CASE("definitions are brought up to date and never doubled") {
        const samples::TemporaryFolder folder;
        const auto connection_file = folder.file("a.db");
        auto connection = archive_of_parts(connection_file, samples::rich_record());
        auto editions = samples::editions();
        editions.front().areas.front().title = "Öppenhet";
        editions.front().areas.front().questions.front().max = 25;
        auto municipalities = samples::municipalities();
        municipalities.back().name = "Gasatorp";
        seed(connection, editions, municipalities);

        CHECK(answer(connection, "SELECT title FROM area WHERE number = 1") == "Öppenhet");
        CHECK(answer(connection, "SELECT max FROM question WHERE number = '1.1'") == "25");
        CHECK(answer(connection, "SELECT name FROM municipality ORDER BY code") ==
              "Ankeborg|Gåseborg|Gasatorp");
        CHECK(answer(connection, "SELECT name FROM county ORDER BY code") == "Ärtemarks län|Kalle län");
        CHECK(fingerprint(editions, municipalities) != fingerprint(samples::editions(), municipalities));
        CHECK(fingerprint(editions, municipalities) != fingerprint(editions, samples::municipalities()));
    }

    TEST_CASE("a municipality and an edition the rules do not know get a row of their own") {
        const samples::TemporaryFolder folder;
        auto record = samples::plain_record("Ensamby", "9999", 2005, 40);
        record.edition = "2002";
        const auto connection = archive_of_parts(folder.file("a.db"), record);
        CHECK(
            answer(connection, "SELECT name FROM municipality WHERE code = '9999' AND county_code IS NULL") ==
            "Ensamby");
        CHECK(answer(connection, "SELECT id FROM edition WHERE first_year IS NULL") == "2002");
    }

    TEST_CASE("with a source goes all that belongs to it and nothing else") {
        const samples::TemporaryFolder folder;
        auto connection = archive_of_parts(folder.file("a.db"), samples::rich_record());
        const auto other = samples::random_record(3);
        write_report(connection, other, samples::editions(), std::nullopt);
        connection.run("DELETE FROM source WHERE file = 'ankeborg-2017.pdf'");

        const auto report = connection.number("SELECT id FROM report");
        REQUIRE(report.has_value());
        CHECK(read_report(connection, *report) == other);
        for (const auto* table : {"page", "entry", "trouble"})
            CHECK(connection.number(std::string("SELECT count(DISTINCT source_id) FROM ") + table).value() <=
                  1);
        CHECK_FALSE(connection.number("PRAGMA foreign_key_check").has_value());
    }

    TEST_CASE("whatever stands in one line of records, the archive tells it and takes the next") {
        using Json = nlohmann::json;
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto good = Json::parse(to_json(samples::rich_record()));
        const std::vector<Json> oddities{nullptr,
                                         -1,
                                         0,
                                         INT64_MAX,
                                         UINT64_MAX,
                                         1e300,
                                         "",
                                         "2016",
                                         "\x1b]0;own\a",
                                         std::string("a\0b", 3),
                                         true,
                                         Json::array(),
                                         Json::object(),
                                         Json::array({Json::array()})};
        std::size_t refused = 0;
        std::size_t tried = 0;
        const auto fields = good.flatten(); // outlives the loop, as a temporary would not
        std::set<std::string> shapes;       // items of a list are alike: one of each is enough
        for (const auto& [pointer, value] : fields.items()) {
            if (!shapes.insert(without_digits(pointer)).second) continue;
            for (const auto& odd : oddities) {
                auto json = good;
                json[Json::json_pointer(pointer)] = odd;
                if (pointer != "/source/sha256") // each a source of its own
                    json["source"]["sha256"] = samples::hash(static_cast<std::uint32_t>(1000 + tried));
                ++tried;
                INFO(pointer << " = " << odd.dump());
                try {
                    const auto record = record_from_json(json.dump());
                    if (failed(record))
                        archive.store_failure({record.file, record.sha256, record.troubles});
                    else
                        refused += archive.store(record, {}) == Outcome::failed ? 1 : 0;
                } catch (const std::runtime_error& complaint) {
                    CHECK_MESSAGE(dynamic_cast<const ArchiveError*>(&complaint) == nullptr, complaint.what());
                }
            }
        }
        CHECK(tried > 1000);
        CHECK(refused > 0);
        CHECK(archive.store(samples::rich_record(), {}) == Outcome::taken);
    }

    TEST_CASE("a failure that the archive cannot hold as it is is told all the same") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store_failure(failure("odd.pdf", "no hash", "encrypted"));
        REQUIRE(samples::failures(archive).size() == 1);
        CHECK(samples::failures(archive)[0].file == "odd.pdf");
        CHECK(samples::failures(archive)[0].sha256.empty());
        REQUIRE(samples::failures(archive)[0].troubles.size() == 1);
        CHECK(samples::failures(archive)[0].troubles[0].code == "record-refused");
    }

} // TEST_SUITE
