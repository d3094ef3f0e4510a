// The tables and views of an archive as a foreign program must know them: columns, keys and rows, in an order
// that follows from what they hold.
//
// Search indexes and what SQLite keeps for them are none of these: another database makes its own. Each
// function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kompass::archive {

struct RelationColumn {
    std::string name;
    std::string type; ///< as declared: INTEGER, REAL, TEXT, BLOB or ANY; of a view it may be empty
    bool may_be_null = true;
    std::string meaning; ///< as schema_note has it
};

struct ForeignKey {
    std::string table;                                      ///< referred to
    std::vector<std::pair<std::string, std::string>> pairs; ///< own column, and that referred to
    std::string on_delete;                                  ///< "NO ACTION", "CASCADE" …
};

struct Relation {
    std::string name, sql, meaning;
    bool is_view = false;
    std::vector<RelationColumn> columns;
    std::vector<std::string> primary_key;
    std::vector<std::vector<std::string>> unique_keys; ///< others
    std::vector<ForeignKey> foreign_keys;
};

/// A value as it is stored: nothing, a whole number, a real, a text, or bytes.
using Stored = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

/// Tables in the order they were made, then views.
[[nodiscard]] std::vector<Relation> relations(const Connection& connection);

/// Each row of a table by its primary key, of a view by all its columns.
void each_stored_row(const Connection& connection, const Relation& relation,
                     const std::function<void(const std::vector<Stored>&)>& on_row);
[[nodiscard]] std::int64_t count_rows(const Connection& connection, const Relation& relation);

/// All of it as SQL that the sqlite3 program runs without any extension, a statement at a time: tables with
/// their rows, indexes, views and triggers.
void dump_sql(const Connection& connection, const std::function<void(std::string_view)>& on_statement);

} // namespace kompass::archive
