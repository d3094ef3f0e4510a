// The door to SQLite: rows by name, and writing with the lock in hand alone.
#include "archive/connection.h"

#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <type_traits>

namespace {

using namespace kompass::archive;

/// There is no way to a connection but by a file to read or a lock.
static_assert(!std::is_constructible_v<Connection, std::filesystem::path>);
static_assert(
    !std::is_invocable_v<decltype(Connection::writing), std::filesystem::path, std::chrono::milliseconds>);
static_assert(!std::is_copy_constructible_v<WriterLock>);

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("a row's values go by the names of its columns, in any order") {
        const samples::TemporaryFolder folder;
        const auto connection = Connection::writing(samples::lock_of(folder.file("a.db")));
        int rows = 0;
        connection.each(
            "SELECT ?1 AS number, 'två' AS text, NULL AS none, 0.5 AS share", {7}, [&](const Row& row) {
                ++rows;
                CHECK(row.real("share") == 0.5);
                CHECK(row.integer("number") == 7);
                CHECK(row.text("text") == "två");
                CHECK(row.is_null("none"));
                CHECK(row.text("none").empty());
                CHECK_FALSE(row.optional_text("none"));
                CHECK(row.optional_integer("number") == 7);
                CHECK(row.id("number") == 7);
                CHECK(row.columns() == std::vector<std::string>{"number", "text", "none", "share"});
                CHECK_THROWS_AS(static_cast<void>(row.text("numbre")), std::logic_error);
            });
        CHECK(rows == 1);
        CHECK(connection.texts("SELECT 'a' UNION ALL SELECT NULL") == std::vector<std::string>{"a", ""});
        CHECK(connection.number("SELECT 3") == 3);
        CHECK_FALSE(connection.number("SELECT NULL"));
    }

    TEST_CASE("text of early archives that is no UTF-8 comes out escaped") {
        const samples::TemporaryFolder folder;
        const auto connection = Connection::writing(samples::lock_of(folder.file("a.db")));
        connection.each("SELECT CAST(x'e46c2e706466' AS TEXT) AS file", {}, [&](const Row& row) {
            CHECK(row.text("file") == "\\xe4l.pdf");
            CHECK(row.optional_text("file") == "\\xe4l.pdf");
        });
        CHECK(connection.texts("SELECT CAST(x'e4' AS TEXT)") == std::vector<std::string>{"\\xe4"});
    }

    TEST_CASE("a connection that writes holds the lock until it is closed, one that reads cannot write") {
        const samples::TemporaryFolder folder;
        const auto file = folder.file("a.db");
        {
            auto connection = Connection::writing(samples::lock_of(file));
            connection.script("CREATE TABLE note (text TEXT)");
            CHECK_FALSE(WriterLock::try_take(file, "another"));
            auto moved = std::move(connection);
            CHECK_FALSE(WriterLock::try_take(file, "another"));
        }
        CHECK(WriterLock::try_take(file, "another"));
        auto reading = Connection::reading(file);
        CHECK_THROWS_AS(reading.run("INSERT INTO note VALUES ('x')"), ArchiveError);
    }

} // TEST_SUITE
