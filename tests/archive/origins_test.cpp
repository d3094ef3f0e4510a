// Where files came from: the sheet, which file each line means, and how it is kept.
#include "archive/archive.h"
#include "archive/outside/file_origins.h"
#include "archive/outside/manifest_files.h"
#include "model/record_json.h"
#include "read/sha256.h"
#include "tests/archive/outsider.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <fstream>

namespace {

using namespace kompass;
using namespace kompass::archive;
namespace fs = std::filesystem;

const std::string head = "file,url,publisher,retrieved,licence,note\n";

Manifest manifest_of(const std::string& rows) {
    return parsed_manifest(head + rows, "m.csv");
}

/// "3: what; 5: what"
std::string told(const SheetFaults& faults) {
    std::string text;
    for (const auto& fault : faults)
        text += (text.empty() ? "" : "; ") + std::to_string(fault.line) + ": " + fault.what;
    return text;
}

bool has(const std::string& text, const std::string& part) {
    CAPTURE(text);
    return text.find(part) != std::string::npos;
}

std::string hash_of(const std::string& content) {
    return read::sha256_hex(content);
}

void write(const fs::path& file, const std::string& content) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

Record record_of(const std::string& file, const std::string& sha256, int year) {
    auto record = samples::plain_record("Gåseborg", "9902", year, 50);
    record.file = file;
    record.sha256 = sha256;
    return record;
}

/// "2 of aaaa…: https://…"
std::string told(const ToldOrigins& origins) {
    std::string text;
    for (const auto& one : origins.origins)
        text += std::to_string(one.line) + " " + one.sha256.substr(0, 6) + " " + one.origin.publisher + "\n";
    return text;
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("a manifest's lines are taken, passed over or told, each for itself") {
        const auto manifest = manifest_of("a.pdf,https://skr.se/a.pdf,SKR,2024-05-01,CC0,\"tryckt, andra\"\n"
                                          "b.pdf,,,,,\n"
                                          "c.pdf,skr.se/c.pdf,SKR,,,\n"
                                          "d.pdf,,SKR,2024-02-30,,\n"
                                          ",,SKR,,,\n"
                                          " e.pdf , http://skr.se ,,,,\n");
        REQUIRE(manifest.rows.size() == 2);
        CHECK(manifest.rows[0].line == 2);
        CHECK(manifest.rows[0].origin ==
              FileOrigin{"https://skr.se/a.pdf", "SKR", "2024-05-01", "CC0", "tryckt, andra"});
        CHECK(manifest.rows[1].file == "e.pdf");
        CHECK(manifest.rows[1].origin.url == "http://skr.se");
        CHECK(manifest.blank == 1);
        REQUIRE(manifest.faults.size() == 3);
        CHECK(has(told(manifest.faults), "4: c.pdf: the url 'skr.se/c.pdf' is no address; write it whole"));
        CHECK(has(told(manifest.faults), "5: d.pdf: retrieved holds a day such as 2019-02-08"));
        CHECK(has(told(manifest.faults), "6: it names no file"));
    }

    TEST_CASE("addresses are whole, and hold nothing that would end them elsewhere") {
        const auto is_taken = [](const std::string& url) {
            return fault_of_origin({url, "", "", "", ""}).empty();
        };
        for (const auto* url :
             {"https://skr.se", "http://www.skr.se/a/b.pdf?x=1#s", "ftp://ftp.skr.se/a",
              "https://skr.se/m%C3%A5l.pdf", "https://skr.se/mål.pdf", "https://skr.se:8080/a"})
            CHECK_MESSAGE(is_taken(url), url);
        for (const auto* url :
             {"skr.se", "https://", "https://skr", "https:///a", "https://.se", "file:///etc/a",
              "javascript:alert(1)", "https://skr.se/a b", "https://skr.se/<b>", "https://skr.se/\"", "HTTP"})
            CHECK_MESSAGE(!is_taken(url), url);
    }

    TEST_CASE("a column of another name is told, and a sheet without files is none") {
        const auto manifest = parsed_manifest("file;license\na.pdf;CC0\n", "m.csv");
        CHECK(manifest.rows.empty());
        CHECK(has(told(manifest.faults), "1: no column is called \"license\""));
        CHECK_THROWS_WITH(static_cast<void>(parsed_manifest("fil,url\na.pdf,x\n", "m.csv")),
                          doctest::Contains("the column \"file\" is missing"));
    }

    TEST_CASE("a manifest's lines come back as they were written") {
        const FileOrigin origin{"https://skr.se/a.pdf", "=SKR, Stockholm", "2024-05-01", "",
                                "en \"bra\" fil"};
        const auto manifest = parsed_manifest(manifest_head() + manifest_line("a, b.pdf", origin), "m.csv");
        REQUIRE(manifest.rows.size() == 1);
        CHECK(manifest.rows[0].file == "a, b.pdf");
        CHECK(manifest.rows[0].origin == origin);
    }

    TEST_CASE("a line means a file of the run, one that lies there, or one that is archived") {
        const samples::TemporaryFolder folder;
        write(folder.file("run/a.pdf"), "a");
        write(folder.file("run/sub/a.pdf"), "another a");
        write(folder.file("run/b.pdf"), "b");
        write(folder.file("there.pdf"), "there");
        write(folder.file("new.pdf"), "new");
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(record_of("there-then.pdf", hash_of("there"), 2012), {});
        archive.store(record_of("gone.pdf", hash_of("gone"), 2013), {});
        archive.store(record_of("twice.pdf", hash_of("one"), 2014), {});
        archive.store(record_of("twice.pdf", hash_of("two"), 2015), {});
        archive.store(record_of("lay.pdf", hash_of("lay"), 2016), {},
                      {.document = nullptr, .path = folder.file("old/lay.pdf")});
        std::vector<PresentFile> present;
        for (const auto* name : {"run/a.pdf", "run/sub/a.pdf", "run/b.pdf"}) {
            std::ifstream file(folder.file(name));
            present.push_back({folder.file(name), hash_of({std::istreambuf_iterator<char>(file), {}})});
        }
        const auto ask = [&](const std::string& rows) {
            return archive.consult([&](const Connection& connection) {
                return origins_told(manifest_of(rows), folder.path(), present, connection);
            });
        };
        const auto line = [](int number, const std::string& content, const std::string& publisher) {
            return std::to_string(number) + " " + hash_of(content).substr(0, 6) + " " + publisher + "\n";
        };

        const auto found = ask("run/a.pdf,,P1,,,\nb.pdf,,P2,,,\nsub/a.pdf,,P3,,,\nthere.pdf,,P4,,,\n"
                               "gone.pdf,,P5,,,\nold/lay.pdf,,P6,,,\n");
        CHECK(told(found.faults) == "");
        CHECK(told(found) == line(2, "a", "P1") + line(3, "b", "P2") + line(4, "another a", "P3") +
                                 line(5, "there", "P4") + line(6, "gone", "P5") + line(7, "lay", "P6"));

        const auto wrong = ask("a.pdf,,P,,,\nnew.pdf,,P,,,\nnowhere.pdf,,P,,,\ntwice.pdf,,P,,,\n"
                               "other/gone.pdf,,P,,,\nb.pdf,,P,,,\n");
        CHECK(told(wrong) == line(7, "b", "P"));
        CHECK(has(told(wrong.faults), "2: 2 different files are called a.pdf; name it with its folder"));
        CHECK(
            has(told(wrong.faults), "3: new.pdf is neither among the files of this run nor in the archive"));
        CHECK(has(told(wrong.faults), "4: there is no file nowhere.pdf"));
        CHECK(has(told(wrong.faults), "5: 2 different files are called twice.pdf"));
        CHECK(has(told(wrong.faults), "6: there is no file other/gone.pdf"));
    }

    TEST_CASE("two lines of one file are told, and contradict each other") {
        const samples::TemporaryFolder folder;
        write(folder.file("a.pdf"), "a");
        write(folder.file("copy.pdf"), "a");
        const std::vector<PresentFile> present{{folder.file("a.pdf"), hash_of("a")},
                                               {folder.file("copy.pdf"), hash_of("a")}};
        const auto archive = samples::writable(folder.file("a.db"));
        const auto ask = [&](const std::string& rows) {
            return archive.consult([&](const Connection& connection) {
                return origins_told(manifest_of(rows), folder.path(), present, connection);
            });
        };
        const auto same = ask("a.pdf,,P,,,\ncopy.pdf,,P,,,\n");
        CHECK(same.origins.size() == 1);
        CHECK(has(told(same.faults), "3: copy.pdf is the file of line 2 again, and it says the same"));
        const auto other = ask("a.pdf,,P,,,\na.pdf,,Q,,,\n");
        CHECK(other.origins.empty());
        CHECK(has(told(other.faults),
                  "3: a.pdf is the file of line 2 again, and they differ, so neither counts"));
    }

    TEST_CASE("an origin is kept by the hash, changed by a later one, and gone with its source") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto record = samples::plain_record("Gåseborg", "9902", 2018, 50);
        const FileOrigin first{"https://skr.se/a.pdf", "SKR", "2024-05-01", "", ""};
        const FileOrigin second{"https://skr.se/b.pdf", "", "", "CC0", "ny"};
        CHECK(archive.keep_origins({{record.sha256, first}}) == std::vector{Keeping::added});
        archive.store(record, {});
        CHECK(archive.record(1).origin == first);
        CHECK(archive.keep_origins({{record.sha256, first}}) == std::vector{Keeping::known});
        CHECK(archive.keep_origins({{record.sha256, second}}) == std::vector{Keeping::changed});
        CHECK(archive.record(1).origin == second);
        CHECK(archive.effective(1).record.origin == second);

        auto revised = record;
        revised.areas[0].title = "Något annat";
        CHECK(archive.revise(revised, {}) == Outcome::taken);
        CHECK(archive.record(1).origin == second);

        CHECK_THROWS_AS(
            archive.keep_origins({{samples::hash(7), first}, {record.sha256, {"x", "", "", "", ""}}}),
            ConstraintError);
        CHECK(archive.consult(list_origins).size() == 1);
        CHECK(archive.forget(record.sha256, record.file));
        CHECK(archive.consult(list_origins).empty());
    }

    TEST_CASE("a record brings its origin along, where nothing was told here") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::plain_record("Gåseborg", "9902", 2018, 50);
        record.origin = FileOrigin{"https://skr.se/a.pdf", "SKR", "", "", ""};
        CHECK(record_from_json(to_json(record)) == record);
        archive.store(record, {});
        CHECK(archive.record(1).origin == record.origin);

        auto other = samples::plain_record("Ankeborg", "9901", 2018, 50);
        archive.keep_origins({{other.sha256, {"", "Arkivet", "", "", ""}}});
        other.origin = record.origin;
        archive.store(other, {});
        CHECK(archive.record(2).origin->publisher == "Arkivet");

        auto third = samples::plain_record("Ankeborg", "9901", 2012, 50);
        third.origin = FileOrigin{"skr", "", "", "", ""};
        CHECK(archive.store(third, {}) == Outcome::failed);
    }

    TEST_CASE("the views of documents and reports tell where files came from") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto record = samples::plain_record("Gåseborg", "9902", 2018, 50);
        archive.store(record, {});
        archive.store(samples::plain_record("Ankeborg", "9901", 2018, 50), {});
        archive.keep_origins({{record.sha256, {"https://skr.se/a.pdf", "SKR", "2024-05-01", "CC0", "ny"}}});
        const auto connection = Connection::reading(folder.file("a.db"));
        for (const auto* view : {"documents", "reports"})
            CHECK(connection.texts(
                      std::string("SELECT url || publisher || retrieved || licence || note FROM ") + view +
                      " WHERE municipality = 'Gåseborg'") ==
                  std::vector<std::string>{"https://skr.se/a.pdfSKR2024-05-01CC0ny"});
        CHECK(connection.number("SELECT count(*) FROM documents WHERE publisher IS NULL") == 1);
    }

} // TEST_SUITE
