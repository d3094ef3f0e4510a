// A process killed at any moment leaves an archive that opens, is sound and holds whole reports only.
#include "archive/archive.h"
#include "archive/connection.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <limits>
#include <random>
#include <set>
#include <thread>

namespace {

using namespace kompass;
using namespace kompass::archive;
namespace fs = std::filesystem;

/// Stores the records of `first_seed` and on until it is killed; writes a byte to `told` after each.
[[noreturn]] void store_for_ever(const fs::path& file, std::uint32_t first_seed, int told) {
    try {
        auto archive = samples::writable(file);
        for (auto seed = first_seed;; ++seed) {
            if (archive.store(samples::random_record(seed), {}) != Outcome::taken) _exit(1);
            if (write(told, "+", 1) != 1) _exit(1);
        }
    } catch (...) {
        _exit(1);
    }
}

/// Reads a byte for each report stored until there are `most` or the writer is gone.
int count_told(int told, int most) {
    int count = 0;
    for (char byte = 0; count < most && ::read(told, &byte, 1) == 1;)
        ++count;
    return count;
}

/// When a child dies: so long after it has stored so many reports.
struct Death {
    int reports = 0;
    std::chrono::microseconds later{0};
};

/// How many reports the child said it had stored before it was killed; -1 if it ended by itself.
int store_and_kill(const fs::path& file, std::uint32_t first_seed, const Death& death) {
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) store_for_ever(file, first_seed, ends[1]);
    close(ends[1]);
    int stored = count_told(ends[0], death.reports);
    std::this_thread::sleep_for(death.later);
    kill(child, SIGKILL);
    stored += count_told(ends[0], std::numeric_limits<int>::max());
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? stored : -1;
}

void check_sound(const fs::path& file) {
    auto connection = Connection::writing(samples::lock_of(file));
    CHECK(connection.texts("PRAGMA integrity_check") == std::vector<std::string>{"ok"});
    CHECK(connection.texts("PRAGMA foreign_key_check").empty());
    CHECK_NOTHROW(
        connection.run("INSERT INTO passage_search (passage_search, rank) VALUES ('integrity-check', 1)"));
    CHECK(connection.number("SELECT count(*) FROM source") ==
          connection.number("SELECT count(*) FROM report"));
}

/// Checks the reports not yet in `whole` and adds them.
void check_whole(const Archive& archive, std::set<std::int64_t>& whole) {
    for (const auto& report : samples::reports(archive)) {
        if (!whole.insert(report.id).second) continue;
        const auto seed = static_cast<std::uint32_t>(std::stoul(report.file.substr(7)));
        CAPTURE(seed);
        CHECK(archive.record(report.id) == samples::random_record(seed));
    }
}

/// A random record as the `number`-th version of the rules reads it.
Record version_of_record(std::uint32_t seed, int number) {
    auto record = samples::random_record(seed);
    record.interviewees = number;
    return record;
}

constexpr std::uint32_t revised_records = 6;

/// Revises all records to ever later versions until it is killed; writes a byte to `told` after each round.
[[noreturn]] void revise_for_ever(const fs::path& file, int first_version, int told) {
    try {
        auto archive = samples::writable(file);
        for (int version = first_version;; ++version) {
            for (std::uint32_t seed = 0; seed < revised_records; ++seed)
                if (archive.revise(version_of_record(seed, version), {}) != Outcome::taken) _exit(1);
            if (write(told, "+", 1) != 1) _exit(1);
        }
    } catch (...) {
        _exit(1);
    }
}

/// Kills a process that revises; true if it was at work until then.
bool revise_and_kill(const fs::path& file, int first_version, std::chrono::microseconds later) {
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) revise_for_ever(file, first_version, ends[1]);
    close(ends[1]);
    const int rounds = count_told(ends[0], 1);
    std::this_thread::sleep_for(later);
    kill(child, SIGKILL);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return rounds == 1 && WIFSIGNALED(status);
}

/// Each record is there, whole, in a version from `first_version` on.
void check_revised(const Archive& archive, int first_version) {
    const auto reports = samples::reports(archive);
    for (const auto& report : reports) {
        const auto record = archive.record(report.id);
        const auto seed = static_cast<std::uint32_t>(std::stoul(report.file.substr(7)));
        CHECK(record == version_of_record(seed, record.interviewees.value_or(-1)));
        CHECK(record.interviewees.value_or(-1) >= first_version);
    }
    CHECK(reports.size() == revised_records);
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("a process killed while it revises leaves each report whole, in one version") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        {
            auto archive = samples::writable(file);
            for (std::uint32_t seed = 0; seed < revised_records; ++seed)
                archive.store(version_of_record(seed, 0), {});
            REQUIRE(samples::reports(archive).size() == revised_records);
        }
        std::mt19937 random(20180101);
        std::uniform_int_distribution<int> microseconds(0, 30'000);
        for (int round = 1; round <= 12; ++round) {
            REQUIRE(revise_and_kill(file, round * 10'000, std::chrono::microseconds(microseconds(random))));
            check_revised(samples::writable(file), round * 10'000);
            check_sound(file);
        }
    }

    TEST_CASE("a process killed at any moment leaves whole reports") {
        const samples::TemporaryFolder folder;
        std::mt19937 random(20170101);
        std::uniform_int_distribution<int> microseconds(0, 12'000); // a few times what storing one takes
        constexpr int archives = 4;
        constexpr int rounds = 10;
        for (int number = 0; number < archives; ++number) {
            const auto file = folder.file(std::to_string(number) + ".db");
            std::set<std::int64_t> whole;
            for (int round = 0; round < rounds; ++round) {
                // In the first rounds it dies while it makes the tables or stores its first report.
                const Death death{round / 3, std::chrono::microseconds(microseconds(random))};
                const int told = store_and_kill(file, static_cast<std::uint32_t>(round * 1000), death);
                REQUIRE(told >= death.reports);
                const auto before = whole.size();
                check_whole(samples::writable(file), whole);
                CHECK(whole.size() >= before + static_cast<std::size_t>(told));
                check_sound(file);
            }
        }
    }

    TEST_CASE("processes that make an archive at the same time make one") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        constexpr std::uint32_t writers = 4;
        std::array<pid_t, writers> children{};
        for (std::uint32_t seed = 0; seed < writers; ++seed) {
            children.at(seed) = fork();
            REQUIRE(children.at(seed) >= 0);
            if (children.at(seed) != 0) continue;
            try {
                auto archive = samples::writable(file);
                _exit(archive.store(samples::random_record(seed), {}) == Outcome::taken ? 0 : 1);
            } catch (...) {
                _exit(2);
            }
        }
        for (const auto child : children) {
            int status = 0;
            waitpid(child, &status, 0);
            CHECK(WIFEXITED(status));
            CHECK(WEXITSTATUS(status) == 0);
        }
        std::set<std::int64_t> whole;
        check_whole(Archive::open(file), whole);
        CHECK(whole.size() == writers);
    }

} // TEST_SUITE
