// What goes wrong with the file itself: each error names it and says what to do, and harms nothing.
#include "archive/archive.h"
#include "archive/connection.h"
#include "archive/evaluation/evaluations.h"
#include "archive/upgrade/migrations.h"
#include "archive/writer.h"
#include "tests/archive/outsider.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

namespace {

using namespace kompass;
using namespace kompass::archive;
namespace fs = std::filesystem;

/// What the ArchiveError says that `action` throws; empty if it throws none.
std::string error_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const ArchiveError& error) {
        return error.what();
    }
    return "";
}

enum class Access { read, write };

std::string error_on_open(const fs::path& file, Access access) {
    return error_of(
        [&] { const auto archive = access == Access::read ? Archive::open(file) : samples::writable(file); });
}

bool says(const std::string& message, std::string_view part) {
    return message.find(part) != std::string::npos;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Runs `check` in a child process as a user without rights of its own (root may write anywhere) and says
/// whether it held.
bool holds_for_a_stranger(const std::function<bool()>& check) {
    const pid_t child = fork();
    if (child == 0) {
        constexpr uid_t nobody = 65534;
        if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0)) _exit(2);
        try {
            _exit(check() ? 0 : 1);
        } catch (...) {
            _exit(3);
        }
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void forbid_writing(const samples::TemporaryFolder& folder) {
    using fs::perms;
    constexpr auto read = perms::owner_read | perms::group_read | perms::others_read;
    for (const auto& entry : fs::directory_iterator(folder.path()))
        fs::permissions(entry.path(), read);
    fs::permissions(folder.path(), read | perms::owner_exec | perms::group_exec | perms::others_exec);
}

void allow_writing(const samples::TemporaryFolder& folder) {
    fs::permissions(folder.path(), fs::perms::owner_all, fs::perm_options::add);
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("reading needs an archive that is there") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("missing.db");
        const auto error = error_on_open(file, Access::read);
        CHECK(says(error, file.string()));
        CHECK(says(error, "kompass ingest --archive"));
        CHECK_FALSE(fs::exists(file));
    }

    TEST_CASE("a folder, or a file in a folder that is not there, is no place for an archive") {
        const samples::TemporaryFolder folder;
        CHECK(says(error_on_open(folder.path(), Access::write), "is a folder"));
        CHECK(says(error_on_open(folder.path(), Access::read), "is a folder"));
        CHECK(says(error_on_open(folder.file("no/such/a.db"), Access::write), "no/such does not exist"));
    }

    TEST_CASE("a file that is no SQLite file is left alone") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("notes.txt");
        const std::string notes(5000, 'x');
        std::ofstream(file) << notes;
        for (const auto access : {Access::read, Access::write}) {
            const auto error = error_on_open(file, access);
            CHECK(says(error, file.string()));
            CHECK(says(error, "not an SQLite file"));
        }
        CHECK(bytes_of(file) == notes);
    }

    TEST_CASE("another program's database is left alone") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("other.db");
        samples::Outsider(file).run("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('mine')");
        const auto before = bytes_of(file);
        CHECK(says(error_on_open(file, Access::write), "no kompass archive"));
        CHECK(says(error_on_open(file, Access::read), "no kompass archive"));
        CHECK(bytes_of(file) == before);
    }

    TEST_CASE("an archive of a newer program is left alone") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        static_cast<void>(samples::writable(file));
        samples::Outsider(file).run("PRAGMA user_version = 99");
        CHECK(says(error_on_open(file, Access::write), "newer kompass (schema version 99"));
        CHECK(says(error_on_open(file, Access::read), "newer kompass"));
    }

    TEST_CASE("an empty file becomes an archive when written and is named when read") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        const std::ofstream created(file);
        CHECK(says(error_on_open(file, Access::read), "it is empty"));
        CHECK(error_on_open(file, Access::write).empty());
        CHECK(error_on_open(file, Access::read).empty());
    }

    TEST_CASE("reading writes nothing and leaves no file beside the archive") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        samples::writable(file).store(samples::rich_record(), {});
        const auto before = bytes_of(file);
        {
            auto archive = Archive::open(file);
            CHECK(samples::reports(archive).size() == 1);
            CHECK(says(error_of([&] { archive.store(samples::random_record(1), {}); }), "cannot be written"));
        }
        CHECK(bytes_of(file) == before);
        CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
    }

    TEST_CASE("a damaged archive is named as such") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        {
            auto archive = samples::writable(file);
            for (std::uint32_t seed = 0; seed < 10; ++seed)
                archive.store(samples::random_record(seed), {});
        }
        {
            std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
            stream.seekp(4096); // behind the first page, which names the tables
            const std::string garbage(fs::file_size(file) - 4096, '\xA5');
            stream << garbage;
        }
        const auto error = error_of([&] { static_cast<void>(samples::reports(Archive::open(file))); });
        CHECK(says(error, file.string()));
        CHECK(says(error, "restore it from a copy"));
    }

    TEST_CASE("when the disk is full nothing of the report stays, and with room it goes in") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        auto connection = Connection::writing(samples::lock_of(file));
        make_if_blank(connection);
        std::uint32_t stored = 0;
        const auto store_next = [&] {
            Transaction transaction(connection, Transaction::Kind::write);
            const auto record = samples::random_record(stored);
            write_report(connection, record, {}, std::nullopt);
            settle(connection, {connection
                                    .number("SELECT r.id FROM report r JOIN source s ON s.id = source_id "
                                            "WHERE sha256 = ?",
                                            {record.sha256})
                                    .value()});
            transaction.commit();
            ++stored;
        };
        const auto pages = connection.number("PRAGMA page_count").value();
        connection.script("PRAGMA max_page_count = " + std::to_string(pages + 100));
        std::string error;
        while (error.empty() && stored < 200)
            error = error_of(store_next);
        CHECK(says(error, file.string()));
        CHECK(says(error, "the disk is full"));
        CHECK(stored > 0);
        CHECK(connection.number("SELECT count(*) FROM source") == stored);

        connection.script("PRAGMA max_page_count = 100000");
        CHECK(error_of(store_next).empty());
        const auto archive = Archive::open(file);
        for (const auto& report : samples::reports(archive))
            CHECK(archive.record(report.id) ==
                  samples::random_record(static_cast<std::uint32_t>(report.id - 1)));
        CHECK(samples::reports(archive).size() == stored);
    }

    TEST_CASE("while another process writes, reading goes on and writing waits, then says so") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        samples::writable(file).store(samples::rich_record(), {});
        samples::Outsider other(file);
        other.run("BEGIN IMMEDIATE");

        CHECK(samples::reports(Archive::open(file)).size() == 1);
        auto impatient = Connection::writing(samples::lock_of(file), std::chrono::milliseconds(30));
        const auto error = error_of([&] { const Transaction second(impatient, Transaction::Kind::write); });
        CHECK(says(error, file.string()));
        CHECK(says(error, "another process holds it locked"));
    }

    TEST_CASE("an archive in a folder that cannot be written is readable, and writing says what is wrong") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a?b#1 100%.db");
        const auto record = samples::rich_record();
        samples::writable(file).store(record, {});
        forbid_writing(folder);
        CHECK(holds_for_a_stranger([&] { return Archive::open(file).record(1) == record; }));
        CHECK(holds_for_a_stranger([&] {
            const auto error = error_of([&] {
                auto archive = samples::writable(file);
                archive.store(samples::random_record(1), {});
            });
            return says(error, file.string()) && says(error, "check");
        }));
        CHECK(holds_for_a_stranger(
            [&] { return says(error_on_open(folder.file("new.db"), Access::write), "check"); }));
        allow_writing(folder);
    }

    TEST_CASE("asking for a report that is not there says how to see those that are") {
        const samples::TemporaryFolder folder;
        const auto archive = samples::writable(folder.file("a.db"));
        const auto error = error_of([&] { static_cast<void>(archive.record(7)); });
        CHECK(says(error, "no report 7"));
        CHECK(says(error, "kompass list"));
    }

} // TEST_SUITE
