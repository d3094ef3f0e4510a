// verify finds what is wrong, each kind of it; backup copies what is right.
#include "archive/archive.h"
#include "archive/backup.h"
#include "archive/connection.h"
#include "archive/verify.h"
#include "read/sha256.h"
#include "tests/archive/outsider.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

namespace {

using namespace kompass;
using namespace kompass::archive;
namespace fs = std::filesystem;

/// An archive with a current, a former and a failed source, a reading and a source file.
fs::path rich_archive(const samples::TemporaryFolder& folder) {
    const auto source = folder.file("a.pdf");
    std::ofstream(source) << "%PDF-";
    auto archive = samples::writable(folder.file("a.db"));
    auto record = samples::rich_record();
    record.file = "a.pdf";
    record.sha256 = read::sha256_hex("%PDF-");
    const Document document{record.file, record.sha256, record.kind, {}, {}};
    archive.store(record, {}, {.document = &document, .path = source});
    auto plain = samples::plain_record("Gåseborg", "9902", 2018, 50);
    archive.store(plain, {});
    plain.sha256 = samples::hash(77);
    archive.store(plain, {});
    archive.store_failure(
        {"b.pdf", samples::hash(8), {{Severity::error, "damaged-pdf", "", "b.pdf", std::nullopt, ""}}});
    return folder.file("a.db");
}

/// The names of the checks that found a fault.
std::vector<std::string> faults_in(const fs::path& file) {
    std::vector<std::string> names;
    for (const auto& check : verify(file))
        if (!check.faults.empty()) names.push_back(check.name);
    return names;
}

using Names = std::vector<std::string>;

Names files_in(const samples::TemporaryFolder& folder) {
    Names names;
    for (const auto& entry : fs::directory_iterator(folder.path()))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// The faults found after `sql` was done to the archive behind the program's back.
Names faults_after(const std::string& sql) {
    const samples::TemporaryFolder folder;
    const auto file = rich_archive(folder);
    samples::Outsider(file).run(sql); // who knows no foreign keys either
    return faults_in(file);
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("a sound archive passes every check") {
        const samples::TemporaryFolder folder;
        const auto file = rich_archive(folder);
        CHECK(faults_in(file).empty());
        CHECK(verify(file).size() == 17);
    }

    TEST_CASE("each kind of damage is found by the check that looks for it") {
        CHECK(faults_after("DELETE FROM municipality") == Names{"foreign-keys"});
        CHECK(faults_after("DELETE FROM evaluator WHERE position = 2") == Names{"reports", "evaluations"});
        CHECK(faults_after("DELETE FROM evaluator_detail") == Names{"orphans", "evaluations"});
        CHECK(faults_after("DELETE FROM chapter_paragraph WHERE position = 1 AND page = 2") ==
              Names{"reports", "evaluations"});
        CHECK(faults_after("DROP TRIGGER chapter_paragraph_goes; "
                           "DELETE FROM chapter_paragraph WHERE position = 1 AND page = 2") ==
              Names{"reports", "evaluations", "search"});
        CHECK(faults_after("UPDATE chapter SET position = 7 WHERE position = 3") == Names{"reports"});
        // Their passages went with them, of which the evaluations tell how many there were.
        CHECK(faults_after("DELETE FROM finding") == Names{"orphans", "evaluations"});
        CHECK(faults_after("DROP TRIGGER finding_goes; DELETE FROM finding") ==
              Names{"orphans", "evaluations", "search"});
        CHECK(faults_after("UPDATE finding SET text = 'Annat'") == Names{"evaluations"});
        CHECK(faults_after("DELETE FROM trouble WHERE severity = 'error'") == Names{"orphans", "sources"});
        CHECK(faults_after("DELETE FROM evidence WHERE rank > 1") == Names{"evaluations"});
        CHECK(faults_after("DELETE FROM report WHERE id NOT IN (SELECT report_id FROM evaluation)") ==
              Names{"foreign-keys", "orphans", "sources", "evaluations", "views"});
        CHECK(faults_after("UPDATE question_result SET points = 7 WHERE number = '1.1'") ==
              Names{"evaluations"});
        CHECK(faults_after("UPDATE evaluation SET year = 1999") == Names{"evaluations"});
        CHECK(faults_after("DELETE FROM passage WHERE kind = 'strength'") == Names{"evaluations"});
        CHECK(faults_after("UPDATE reading SET content = x'00'") == Names{"readings"});
        CHECK(faults_after("DROP VIEW scores; CREATE VIEW scores AS SELECT '' AS evaluation WHERE 0") ==
              Names{"views"});
        CHECK(faults_after("INSERT INTO origin (sha256, url) VALUES (printf('%064d', 1), 'skr.se')") ==
              Names{"origins"});
        CHECK(
            faults_after("INSERT INTO known_total SELECT code, 2018, NULL, 'SKL', 0, 400 FROM municipality; "
                         "DROP VIEW known_totals; CREATE VIEW known_totals AS SELECT '' AS "
                         "municipality_code, 0 AS year, 0 AS month, '' AS publication, 0 AS area WHERE 0") ==
            Names{"known"});
        CHECK(faults_after("UPDATE account_part SET state = 'found'") == Names{"evaluations", "accounts"});
        CHECK(faults_after("DELETE FROM unclaimed; UPDATE account SET summary = '8 of 9'") ==
              Names{"foreign-keys", "accounts"});
    }

    TEST_CASE("a report that has no account is worth a note, and no fault") {
        const samples::TemporaryFolder folder;
        const auto checks = verify(rich_archive(folder));
        const auto accounts = std::find_if(checks.begin(), checks.end(),
                                           [](const Check& check) { return check.name == "accounts"; });
        REQUIRE(accounts != checks.end());
        CHECK(accounts->what == "1 accounts");
        REQUIRE(accounts->notes.size() == 1);
        CHECK(accounts->notes.front().starts_with("2 not accounted for"));
    }

    TEST_CASE("a search index that holds what its table does not is found") {
        const samples::TemporaryFolder folder;
        const auto file = rich_archive(folder);
        const auto indexes = Connection::reading(file).texts(
            "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'");
        samples::Outsider(file).run("INSERT INTO " + indexes.front() +
                                    " (rowid, text) VALUES (99999, 'loose')");
        CHECK(faults_in(file) == Names{"search"});
    }

    TEST_CASE("a source that changed on disk is a fault, one that is gone is a note") {
        const samples::TemporaryFolder folder;
        const auto file = rich_archive(folder);
        std::ofstream(folder.file("a.pdf")) << "another";
        CHECK(faults_in(file) == Names{"files"});
        fs::remove(folder.file("a.pdf"));
        CHECK(faults_in(file).empty());
        const auto checks = verify(file);
        const auto files = std::find_if(checks.begin(), checks.end(),
                                        [](const Check& check) { return check.name == "files"; });
        CHECK(files->notes.size() == 1);
    }

    TEST_CASE("a page of the file that is overwritten is found") {
        const samples::TemporaryFolder folder;
        const auto file = rich_archive(folder);
        constexpr std::streamoff page = 4096;
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        for (int number = 20; number < 40; ++number)
            stream.seekp(number * page) << std::string(page, '\x5a');
        stream.close();
        try {
            const auto names = faults_in(file);
            REQUIRE_FALSE(names.empty());
            CHECK(names.front() == "integrity");
        } catch (const ArchiveError& error) {
            CHECK(std::string(error.what()).find("damaged") != std::string::npos);
        }
    }

    TEST_CASE("a backup holds the same, is sound, and overwrites nothing") {
        const samples::TemporaryFolder folder;
        const auto file = rich_archive(folder);
        const auto copy = folder.file("copy.db");
        const auto size = back_up(file, copy);
        CHECK(size == fs::file_size(copy));
        CHECK(faults_in(copy).empty());
        CHECK(Archive::open(copy).record(1) == Archive::open(file).record(1));
        CHECK(samples::former_reports(Archive::open(copy)).size() == 1);
        CHECK_THROWS_WITH_AS(back_up(file, copy), doctest::Contains("already"), ArchiveError);
        CHECK(files_in(folder) == Names{"a.db", "a.pdf", "copy.db"});
        CHECK_THROWS_AS(back_up(folder.file("none.db"), folder.file("x.db")), ArchiveError);
        CHECK_THROWS_AS(back_up(file, folder.file("none/x.db")), ArchiveError);
    }

    TEST_CASE("backups made while another process writes are whole") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        static_cast<void>(samples::writable(file));
        std::atomic<bool> enough = false;
        std::thread writer([&] {
            auto archive = samples::writable(file);
            for (std::uint32_t seed = 0; !enough; ++seed)
                archive.store(samples::random_record(seed), {});
        });
        std::size_t most = 0;
        for (int i = 0; i < 8; ++i) {
            const auto copy = folder.file(std::to_string(i) + ".db");
            back_up(file, copy);
            CHECK(faults_in(copy).empty());
            const auto reports = samples::reports(Archive::open(copy)).size();
            CHECK(reports >= most);
            most = reports;
        }
        enough = true;
        writer.join();
        CHECK(most > 0);
    }

} // TEST_SUITE
