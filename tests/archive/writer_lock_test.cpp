// One holder at a time, whatever becomes of it.
#include "archive/archive.h"
#include "archive/writer_lock.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

using namespace kompass::archive;

TEST_SUITE("archive") {

    TEST_CASE("a lock is held by one, who can be named, and is free after") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        {
            const auto lock = WriterLock::try_take(file, "kompass ingest x");
            REQUIRE(lock);
            CHECK_FALSE(WriterLock::try_take(file, "kompass ingest y"));
            CHECK(WriterLock::holder(file) == "process " + std::to_string(getpid()) + ": kompass ingest x");
        }
        CHECK_FALSE(std::filesystem::exists(folder.file("a.db-lock")));
        CHECK(WriterLock::holder(file).empty());
        CHECK(WriterLock::try_take(file, "kompass ingest y"));
    }

    TEST_CASE("the lock of a process that was killed stands in nobody's way") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const auto lock = WriterLock::try_take(file, "the child");
            kill(getpid(), SIGKILL);
        }
        int status = 0;
        waitpid(child, &status, 0);
        CHECK(WIFSIGNALED(status));
        CHECK(std::filesystem::exists(folder.file("a.db-lock")));
        CHECK(WriterLock::try_take(file, "another"));
    }

    TEST_CASE("where there is no folder for the archive it is named") {
        CHECK_THROWS_WITH_AS(static_cast<void>(WriterLock::try_take("/nowhere/a.db", "x")),
                             doctest::Contains("the folder /nowhere does not exist"), ArchiveError);
    }

    TEST_CASE("what is no lock is left as it is, however it came to that name") {
        const samples::TemporaryFolder folder;
        const auto victim = folder.file("victim");
        const auto lock = folder.file("a.db-lock");
        std::ofstream(victim) << "precious";
        SUBCASE("a link") {
            std::filesystem::create_symlink(victim, lock);
        }
        SUBCASE("a link to a file that is not there") {
            std::filesystem::create_symlink(folder.file("nowhere"), lock);
        }
        SUBCASE("another name of a file") {
            std::filesystem::create_hard_link(victim, lock);
        }
        SUBCASE("a file of the user's") {
            std::filesystem::copy_file(victim, lock);
        }
        SUBCASE("a folder") {
            std::filesystem::create_directory(lock);
        }
        CHECK_THROWS_WITH_AS(static_cast<void>(WriterLock::try_take(folder.file("a.db"), "x")),
                             doctest::Contains("is no lock of kompass"), ArchiveError);
        CHECK(WriterLock::holder(folder.file("a.db")).empty());
        CHECK(std::filesystem::exists(std::filesystem::symlink_status(lock)));
        CHECK_FALSE(std::filesystem::exists(folder.file("nowhere")));
        CHECK_FALSE(std::filesystem::exists(folder.file("a.db")));
        std::string left;
        std::getline(std::ifstream(victim), left);
        CHECK(left == "precious");
    }

    TEST_CASE("an archive reached by a link has the same lock") {
        const samples::TemporaryFolder folder;
        static_cast<void>(samples::writable(folder.file("a.db")));
        std::filesystem::create_symlink("a.db", folder.file("b.db"));
        const auto lock = WriterLock::try_take(folder.file("b.db"), "x");
        REQUIRE(lock);
        CHECK_FALSE(WriterLock::try_take(folder.file("a.db"), "y"));
        CHECK_FALSE(std::filesystem::exists(folder.file("b.db-lock")));
    }

} // TEST_SUITE
