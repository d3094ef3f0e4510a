// The tables for others, the copy for others, and records that make an equal archive.
#include "enquiry/export_tables.h"

#include "archive/archive.h"
#include "audit/audit.h"
#include "model/record_json.h"
#include "publish/export/export_metadata.h"
#include "tests/archive/outsider.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <utility>

namespace {

using namespace kompass;
using namespace kompass::archive;
using namespace kompass::enquiry;

constexpr std::uint32_t random_records = 40;

void fill(Archive& archive) {
    archive.store(samples::rich_record(), {});
    for (std::uint32_t seed = 100; seed < 100 + random_records; ++seed)
        archive.store(samples::random_record(seed), {});
    const auto report = samples::rich_record();
    archive.keep_known({{report.municipality,
                         report.municipality_code,
                         *report.year,
                         std::nullopt,
                         {{0, 400}, {1, 61}},
                         "SKL"}});
}

std::vector<ExportRow> rows_of(const Archive& archive, const ExportTable& table) {
    std::vector<ExportRow> rows;
    archive.consult([&](const Connection& connection) {
        each_row(connection, table, [&](const ExportRow& row) { rows.push_back(row); });
    });
    return rows;
}

std::size_t column(const ExportTable& table, const std::string& name) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].name == name) return i;
    FAIL("no column " << name << " in " << table.name);
    return 0;
}

/// All records in the archive's order, a line each.
std::string records_of(const Archive& archive) {
    std::string lines;
    for (const auto& report : samples::reports(archive))
        lines += to_json(archive.record(report.id)) + '\n';
    return lines;
}

/// With numbers, a date and an edition that a record may have in JSON.
Record printable(Record record) {
    record.document_date = "2018-02-08";
    record.edition = "2016";
    for (auto& area : record.areas)
        for (auto& question : area.questions)
            question.number = std::to_string(area.number) + ".1";
    return record;
}

/// As `kompass load` takes them.
void load(Archive& archive, const std::string& lines) {
    for (std::size_t at = 0; at < lines.size();) {
        const auto end = lines.find('\n', at);
        auto record = record_from_json(lines.substr(at, end - at));
        record.findings_of_audit = audit::audit(record);
        archive.store(record, {});
        at = end + 1;
    }
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("exported tables: keys name one row, required columns are filled, reports are there") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        fill(archive);
        std::set<std::string> reports;
        for (const auto& table : export_tables()) {
            CAPTURE(table.name);
            const auto rows = rows_of(archive, table);
            CHECK_FALSE(rows.empty());
            std::set<ExportRow> keys;
            for (const auto& row : rows) {
                REQUIRE(row.size() == table.columns.size());
                for (std::size_t i = 0; i < row.size(); ++i)
                    if (table.columns[i].required) CHECK(row[i].has_value());
                const auto& report = row.at(column(table, "evaluation")).value();
                if (table.is_of_reports())
                    CHECK(reports.count(report) == 1);
                else
                    reports.insert(report);
                ExportRow key;
                for (const auto& name : table.key)
                    key.push_back(row.at(column(table, name)));
                if (!table.key.empty()) CHECK(keys.insert(key).second);
            }
        }
        CHECK(reports.size() == random_records + 1);
    }

    TEST_CASE("the queries offered with the published database run") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::plain_record("Gåseborg", "9902", 2018, 50), {});
        const auto metadata = nlohmann::json::parse(publish::datasette_metadata({}, "kommunkompassen"));
        const auto& database = metadata.at("databases").at("kommunkompassen");
        const auto connection = Connection::reading(folder.file("a.db"));
        std::map<std::string, std::int64_t> rows;
        for (const auto& [name, query] : database.at("queries").items()) {
            auto sql = query.at("sql").get<std::string>();
            for (const auto& [word, value] : {std::pair{":edition", "'2016'"}, std::pair{":words", "'går'"}})
                if (const auto at = sql.find(word); at != std::string::npos)
                    sql.replace(at, std::string_view(word).size(), value);
            connection.each(sql, {}, [&, &key = name](const Row& /*row*/) { ++rows[key]; });
        }
        CHECK(rows == std::map<std::string, std::int64_t>{{"ranking", 1}, {"search", 8}});
        for (const auto& [table, what] : database.at("tables").items())
            for (const auto& [column, meaning] : what.at("columns").items())
                CHECK(
                    connection.number("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", {table, column}));
    }

    TEST_CASE("exported questions are numbered in the order of their table") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::rich_record(), {});
        const auto& table = export_tables().at(3);
        REQUIRE(table.name == "questions");
        const auto rows = rows_of(archive, table);
        REQUIRE(rows.size() == 2);
        CHECK(rows.at(0).at(column(table, "position")) == "1");
        CHECK(rows.at(0).at(column(table, "question")) == "1.1");
        CHECK(rows.at(1).at(column(table, "position")) == "2");
        CHECK(rows.at(1).at(column(table, "question")) == "1.12");
        CHECK_FALSE(rows.at(1).at(column(table, "points")).has_value());
    }

    TEST_CASE("records out, in and out again are the same bytes, and the archives the same rows") {
        const samples::TemporaryFolder folder;
        auto original = samples::writable(folder.file("a.db"));
        for (std::uint32_t seed = 0; seed < random_records; ++seed) {
            auto record = record_from_json(to_json(printable(samples::random_record(seed))));
            record.findings_of_audit = audit::audit(record);
            REQUIRE(original.store(record, {}) == Outcome::taken);
        }
        const auto records = records_of(original);
        auto loaded = samples::writable(folder.file("b.db"));
        load(loaded, records);
        CHECK(samples::reports(loaded).size() == random_records);
        CHECK(records_of(loaded) == records);
        for (const auto& table : export_tables()) {
            CAPTURE(table.name);
            CHECK(rows_of(loaded, table) == rows_of(original, table));
        }
    }

    TEST_CASE("the published copy is one file that answers the same, without what OCR read") {
        const samples::TemporaryFolder folder;
        {
            auto archive = samples::writable(folder.file("a.db"));
            archive.begin_run("kompass ingest /home/anka/reports");
            fill(archive);
            archive.end_run();
            samples::Outsider(folder.file("a.db"))
                .run("INSERT INTO ocr_engine VALUES (1, 'e'); INSERT INTO ocr_page VALUES (1, '" +
                     samples::hash(1) + "', 1, 1, x'00', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z')");
        }
        const auto archive = Archive::open(folder.file("a.db"));
        archive.publish(folder.file("copy.db"));
        CHECK_FALSE(std::filesystem::exists(folder.file("copy.db-wal")));
        const auto copy = Archive::open(folder.file("copy.db"));
        CHECK(records_of(copy) == records_of(archive));
        copy.consult([](const Connection& connection) {
            CHECK(connection.number("SELECT count(*) FROM ocr_page") == 0);
            CHECK(connection.number("SELECT count(*) FROM ocr_engine") == 0);
            CHECK(connection.number("SELECT count(*) FROM run WHERE command = ''") == 1);
        });
        archive.consult([](const Connection& connection) {
            CHECK(connection.number("SELECT count(*) FROM ocr_page") == 1);
        });
        CHECK_THROWS_AS(archive.publish(folder.file("copy.db")), ArchiveError); // never over another file
    }

    TEST_CASE("names of files that are no UTF-8 are text in the published copy") {
        const samples::TemporaryFolder folder;
        {
            auto archive = samples::writable(folder.file("a.db"));
            fill(archive);
            samples::Outsider(folder.file("a.db"))
                .run("UPDATE source SET file = CAST(x'e46c2e706466' AS TEXT) WHERE id = 1; "
                     "UPDATE trouble SET file = CAST(x'e46c2e706466' AS TEXT)");
        }
        const auto archive = Archive::open(folder.file("a.db"));
        archive.publish(folder.file("copy.db"));
        Archive::open(folder.file("copy.db")).consult([](const Connection& connection) {
            for (const auto* table : {"source", "trouble"}) {
                const std::string rows = std::string("SELECT count(*) FROM ") + table;
                CAPTURE(rows);
                CHECK(connection.number(rows + " WHERE CAST(file AS BLOB) = CAST('\\xe4l.pdf' AS BLOB)") > 0);
                CHECK(connection.number(rows + " WHERE CAST(file AS BLOB) = x'e46c2e706466'") == 0);
            }
        });
        archive.consult([](const Connection& connection) { // which itself stays as it is
            CHECK(connection.number(
                      "SELECT count(*) FROM source WHERE CAST(file AS BLOB) = x'e46c2e706466'") == 1);
        });
    }

} // TEST_SUITE
