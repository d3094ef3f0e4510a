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

    TEST_CASE("where the lock cannot be made the archive's folder is named") {
        CHECK_THROWS_WITH_AS(static_cast<void>(WriterLock::try_take("/nowhere/a.db", "x")),
                             doctest::Contains("/nowhere/a.db-lock"), ArchiveError);
    }

} // TEST_SUITE
