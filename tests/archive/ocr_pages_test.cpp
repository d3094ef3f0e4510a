// What OCR read, in the archive: kept page by page whatever becomes of the report, found, pruned.
#include "archive/ocr_pages.h"

#include "archive/archive.h"
#include "archive/schema/schema.h"
#include "archive/upgrade/migrations.h"
#include "read/kept/ocr_cache.h"
#include "read/work/reader_pool.h"
#include "tests/archive/outsider.h"
#include "tests/archive/samples.h"
#include "tests/read/fault_plan.h"
#include "tests/read/temp_folder.h"
#include "tests/read/tiny_pdf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace {

using namespace kompass;
using namespace kompass::archive;
using namespace std::chrono_literals;
using read::tests::FaultPlan;

Page sample_page() {
    Page page;
    page.number = 4;
    page.width = 595.3;
    page.reading = Reading::ocr;
    page.confidence = 0.1 + 0.2;
    page.words = {{"65%", {1, 2, 3, 4}, 10.5, true, 0.4, {"85%", "66%"}}};
    return page;
}

const read::OcrKey key{samples::hash(1), 4, "engine 1"};

read::OcrKey key_with_engine(const std::string& engine) {
    return {key.sha256, key.page, engine};
}

/// A scan of so many pages without a text layer.
std::string scanned_pdf(int pages) {
    return read::tests::tiny_pdf({static_cast<std::size_t>(pages), {"72 400 300 9 re f", {}}});
}

read::PoolOptions options_with(read::OcrStore& store) {
    read::PoolOptions options;
    options.worker_command = {"/proc/self/exe"};
    options.kept_in = {&store};
    return options;
}

/// The pages of the file that have words, read with the options.
long pages_with_words(const std::filesystem::path& file, const read::PoolOptions& options) {
    long count = 0;
    read::read_all({file}, options, [&](const Document& document) {
        count = std::count_if(document.pages.begin(), document.pages.end(),
                              [](const Page& page) { return !page.words.empty(); });
    });
    return count;
}

/// Reads the file into the archive in a process that is killed when so many pages are read.
void read_and_die(const std::filesystem::path& file, const std::filesystem::path& archive_file, int pages) {
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        auto archive = samples::writable(archive_file);
        archive.begin_run("ingest");
        read::read_all(
            {file}, options_with(archive.ocr_pages()), [](const Document&) {},
            [&](const auto&, int page, int) {
                if (page == pages) kill(getpid(), SIGKILL);
            });
        _exit(1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("a page that OCR read is found again, bit for bit, by its own key and no other") {
        const samples::TemporaryFolder folder;
        {
            auto archive = samples::writable(folder.file("a.db"));
            CHECK_FALSE(archive.ocr_pages().find(key));
            archive.ocr_pages().keep(key, sample_page());
            archive.ocr_pages().keep(key, sample_page());
            CHECK(archive.ocr_pages().fault().empty());
        }
        auto archive = samples::writable(folder.file("a.db"));
        auto& pages = archive.ocr_pages();
        CHECK(pages.find(key) == sample_page());
        CHECK_FALSE(pages.find({samples::hash(2), 4, "engine 1"}));
        CHECK_FALSE(pages.find({key.sha256, 5, "engine 1"}));
        CHECK_FALSE(pages.find(key_with_engine("engine 2")));
        CHECK(pages.size().entries == 1);
        CHECK(pages.size().bytes > 100);
    }

    TEST_CASE("a page damaged in the archive is none, and is written anew") {
        const samples::TemporaryFolder folder;
        auto connection = Connection::writing(samples::lock_of(folder.file("a.db")));
        make_if_blank(connection);
        OcrPages pages(connection);
        pages.keep(key, sample_page());
        connection.run("UPDATE ocr_page SET content = substr(content, 1, length(content) - 1)");
        CHECK_FALSE(pages.find(key));
        pages.keep(key, sample_page());
        CHECK(pages.find(key) == sample_page());
        CHECK(pages.size().entries == 1);
    }

    TEST_CASE("what was long unused is pruned, and its room given back") {
        const samples::TemporaryFolder folder;
        auto connection = Connection::writing(samples::lock_of(folder.file("a.db")));
        make_if_blank(connection);
        OcrPages pages(connection);
        auto large = sample_page();
        large.words.resize(5000, large.words.front());
        pages.keep(key, large);
        pages.keep(key_with_engine("engine 2"), sample_page());
        pages.keep(key_with_engine("engine 3"), sample_page());
        connection.run("UPDATE ocr_page SET used_at = '2020-01-01T00:00:00Z' WHERE engine_id < 3");
        CHECK(pages.find(key_with_engine("engine 2"))); // and is in use again
        const auto kept = pages.size().bytes;
        connection.script("PRAGMA wal_checkpoint(TRUNCATE)");
        const auto before = std::filesystem::file_size(folder.file("a.db"));

        const auto removed = pages.prune(24h * 30);
        CHECK(removed.entries == 1);
        CHECK(pages.size().entries == 2);
        CHECK(pages.size().bytes == kept - removed.bytes);
        CHECK_FALSE(pages.find(key));
        CHECK(pages.find(key_with_engine("engine 3")));
        CHECK(std::filesystem::file_size(folder.file("a.db")) + removed.bytes / 2 < before);
        CHECK(connection.number("SELECT count(*) FROM ocr_engine") == 2);
        CHECK(pages.prune(0h).entries == 2);
        CHECK(pages.size().entries == 0);
    }

    TEST_CASE("an archive that cannot keep a page says so and throws nothing") {
        const samples::TemporaryFolder folder;
        auto connection = Connection::writing(samples::lock_of(folder.file("a.db")), 20ms);
        make_if_blank(connection);
        OcrPages pages(connection);
        samples::Outsider other(folder.file("a.db"));
        other.run("BEGIN IMMEDIATE");
        pages.keep(key, sample_page());
        other.run("COMMIT");
        CHECK(pages.fault().find("another process holds it locked") != std::string::npos);
        CHECK_FALSE(pages.find(key));
    }

    TEST_CASE("an archive of schema version 1 gains the tables and keeps its reports") {
        const samples::TemporaryFolder folder;
        {
            auto connection = Connection::writing(samples::lock_of(folder.file("a.db")));
            connection.script(schema_version_1);
            connection.script(
                fmt::format("PRAGMA application_id = {}; PRAGMA user_version = 1", application_id));
            connection.run("INSERT INTO county (code, name) VALUES ('19', 'Exempellän')");
        }
        auto archive = samples::upgraded(folder.file("a.db"));
        archive.ocr_pages().keep(key, sample_page());
        CHECK(archive.ocr_pages().find(key) == sample_page());
        CHECK(archive.store(samples::rich_record(), {}) == Outcome::taken);
        const auto connection = Connection::reading(folder.file("a.db"));
        CHECK(connection.number("PRAGMA user_version") == newest_version());
        CHECK(connection.number("SELECT count(*) FROM county WHERE name = 'Exempellän'") == 1);
    }

    TEST_CASE("a run that is killed leaves the pages it read, and no report") {
        const samples::TemporaryFolder folder;
        const read::tests::TempFolder sources;
        const FaultPlan none("none");
        const auto scan = sources.write("skannad.pdf", scanned_pdf(6));
        read_and_die(scan, folder.file("a.db"), 4);

        auto archive = samples::writable(folder.file("a.db"));
        CHECK(samples::reports(archive).empty());
        CHECK(samples::failures(archive).empty());
        CHECK(archive.ocr_pages().size().entries == 4);
        auto options = options_with(archive.ocr_pages());
        options.ocr = false;
        CHECK(pages_with_words(scan, options) == 4);
        options.ocr = true;
        CHECK(pages_with_words(scan, options) == 6);
        CHECK(archive.ocr_pages().size().entries == 6);
    }

    TEST_CASE("what the folder has, the archive is given; what is read now, both are") {
        const samples::TemporaryFolder folder;
        const read::tests::TempFolder sources;
        const auto scan = sources.write("skannad.pdf", scanned_pdf(3));
        read::OcrCache cache(folder.file("kept"), read::tests::seal_key());
        auto archive = samples::writable(folder.file("a.db"));
        {
            const FaultPlan second_page_is_lost("ocr:crash@2");
            CHECK(pages_with_words(scan, options_with(cache)) == 2);
        }
        auto options = options_with(archive.ocr_pages());
        options.kept_in.push_back(&cache);
        const FaultPlan others_are_fatal("ocr:crash@1");
        CHECK(pages_with_words(scan, options) == 3);
        CHECK(archive.ocr_pages().size().entries == 3);
        CHECK(cache.size().entries == 3);
        CHECK(archive.ocr_pages().fault().empty());

        // The archive alone serves as well, on a machine that has no folder yet.
        const FaultPlan all_is_fatal("ocr:crash@*");
        CHECK(pages_with_words(scan, options_with(archive.ocr_pages())) == 3);
    }

} // TEST_SUITE
