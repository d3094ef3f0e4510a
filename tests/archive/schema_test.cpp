// The schema keeps its promises, and docs/schema.md tells of all of it.
#include "archive/archive.h"
#include "archive/connection.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::archive;

Connection new_archive(const samples::TemporaryFolder& folder) {
    static_cast<void>(samples::writable(folder.file("a.db")));
    return Connection::reading(folder.file("a.db"));
}

std::vector<std::string> names(const Connection& connection, std::string_view sql,
                               const Values& values = {}) {
    return connection.texts(sql, values);
}

/// Tables, views and search tables; not the tables SQLite keeps for itself.
std::vector<std::string> relations(const Connection& connection) {
    return names(connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' "
                             "AND type <> 'shadow' AND name NOT LIKE 'sqlite%' ORDER BY name");
}

std::vector<std::string> columns(const Connection& connection, const std::string& relation) {
    return names(connection, "SELECT name FROM pragma_table_info(?)", {relation});
}

/// The part of the manual under the heading of `relation`, up to the next heading; empty if there is none.
std::string section(const std::string& manual, const std::string& relation) {
    const auto heading = manual.find("\n### `" + relation + "`");
    if (heading == std::string::npos) return "";
    return manual.substr(heading, manual.find("\n#", heading + 1) - heading);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("docs/schema.md names every table, view and column") {
        const samples::TemporaryFolder folder;
        const auto connection = new_archive(folder);
        std::ifstream stream(KOMPASS_SOURCE_DIR "/docs/schema.md");
        const std::string manual{std::istreambuf_iterator<char>(stream), {}};
        REQUIRE_FALSE(manual.empty());

        const auto all = relations(connection);
        CHECK(all.size() > 30);
        for (const auto& relation : all) {
            const auto text = section(manual, relation);
            CHECK_MESSAGE(!text.empty(), relation << " has no section");
            const auto words = text.find("\n\n");
            CHECK_MESSAGE((words != std::string::npos && text[words + 2] != '|'),
                          relation << ": nothing says what it is");
            for (const auto& column : columns(connection, relation))
                CHECK_MESSAGE(has(text, "| `" + column + "` |"), relation << "." << column << " has no row");
        }
    }

    TEST_CASE("docs/schema.md names no table that is not there, and its queries run") {
        const samples::TemporaryFolder folder;
        const auto connection = new_archive(folder);
        std::ifstream manual(KOMPASS_SOURCE_DIR "/docs/schema.md");
        const auto all = relations(connection);
        std::string query;
        int queries = 0;
        bool in_query = false;
        for (std::string line; std::getline(manual, line);) {
            if (line.starts_with("### `")) {
                const auto name = line.substr(5, line.find('`', 5) - 5);
                CHECK_MESSAGE(std::find(all.begin(), all.end(), name) != all.end(), name << " is no table");
            }
            if (in_query && line == "```") {
                CHECK_NOTHROW_MESSAGE(static_cast<void>(names(connection, query)), query);
                query.clear();
                in_query = false;
                ++queries;
            }
            if (in_query) query += line + '\n';
            if (line == "```sql") in_query = true;
        }
        CHECK(queries >= 5);
    }

    TEST_CASE("every column of every table bears a comment in the schema") {
        const samples::TemporaryFolder folder;
        const auto connection = new_archive(folder);
        for (const auto& table : names(connection, "SELECT name FROM pragma_table_list WHERE type = 'table' "
                                                   "AND schema = 'main' AND name NOT LIKE 'sqlite%'")) {
            const auto sql = names(connection, "SELECT sql FROM sqlite_schema WHERE name = ?", {table});
            REQUIRE(sql.size() == 1);
            for (const auto& column : columns(connection, table)) {
                const auto start = sql.front().find("\n    " + column + " ");
                REQUIRE(start != std::string::npos);
                const auto line =
                    sql.front().substr(start + 1, sql.front().find('\n', start + 1) - start - 1);
                CHECK_MESSAGE(has(line, " -- "), table << ": " << line);
            }
        }
    }

    TEST_CASE("tables are strict, foreign keys hold and others may read while one writes") {
        const samples::TemporaryFolder folder;
        const auto connection = new_archive(folder);
        CHECK(names(connection, "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' "
                                "AND strict = 0 AND name NOT LIKE 'sqlite%'")
                  .empty());
        CHECK(connection.number("PRAGMA foreign_keys") == 1);
        CHECK(names(connection, "PRAGMA journal_mode") == std::vector<std::string>{"wal"});

        auto writer = Connection::writing(samples::lock_of(folder.file("a.db")));
        CHECK_THROWS_AS(writer.run("INSERT INTO evaluator VALUES (1, 1, 'nobody''s')"), ConstraintError);
        CHECK_THROWS_AS(writer.run("INSERT INTO evaluator_detail VALUES (1, 1, 1, 'nobody''s', NULL, NULL)"),
                        ConstraintError);
        CHECK_THROWS_AS(writer.run("INSERT INTO county VALUES ('', 'nameless')"), ConstraintError);
        CHECK_THROWS_AS(writer.run("INSERT INTO source (file, status) VALUES ('a', 'taken')"),
                        ConstraintError);
    }

    TEST_CASE("every column that refers to another table is indexed") {
        const samples::TemporaryFolder folder;
        const auto connection = new_archive(folder);
        // A column is found quickly if it is the first of an index or the table's own row number; of several
        // that refer together the first is enough. Of vocabularies nothing is ever taken out.
        const auto slow =
            names(connection, "SELECT t.name || '.' || f.\"from\" FROM pragma_table_list t "
                              "JOIN pragma_foreign_key_list(t.name) f JOIN pragma_table_info(t.name) c "
                              "ON c.name = f.\"from\" WHERE t.schema = 'main' AND f.seq = 0 AND c.pk <> 1 "
                              "AND f.\"table\" NOT IN "
                              "('state', 'check_kind', 'part_kind') AND NOT EXISTS "
                              "(SELECT 1 FROM pragma_index_list(t.name) i JOIN pragma_index_info(i.name) k "
                              "WHERE k.seqno = 0 AND k.name = f.\"from\")");
        for (const auto& column : slow)
            FAIL_CHECK(column << " is not indexed");
    }

} // TEST_SUITE
