#include "archive/others/relations.h"

#include <fmt/format.h>

#include <algorithm>

namespace kompass::archive {
namespace {

/// A name as SQL takes it.
std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char sign : name)
        text.append(sign == '"' ? 2 : 1, sign);
    return text + '"';
}

std::string list_of(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : ", ") + quoted(name);
    return text;
}

void read_columns(const Connection& connection, Relation& relation) {
    std::vector<std::pair<int, std::string>> key;
    connection.each(
        "SELECT c.name, c.type, c.\"notnull\" AS required, c.pk, "
        "coalesce((SELECT meaning FROM schema_note n WHERE n.relation = ?1 AND n.field = c.name), "
        "'') AS meaning FROM pragma_table_info(?1) c ORDER BY c.cid",
        {relation.name}, [&](const Row& row) {
            relation.columns.push_back({row.text("name"), row.text("type"),
                                        row.integer("required") == 0 && row.integer("pk") == 0,
                                        row.text("meaning")});
            if (row.integer("pk") > 0) key.emplace_back(row.integer("pk"), row.text("name"));
        });
    std::sort(key.begin(), key.end());
    for (auto& [place, name] : key)
        relation.primary_key.push_back(std::move(name));
}

void read_keys(const Connection& connection, Relation& relation) {
    for (const auto& index : connection.texts(
             "SELECT name FROM pragma_index_list(?) WHERE origin = 'u' AND \"unique\" ORDER BY name",
             {relation.name}))
        relation.unique_keys.push_back(
            connection.texts("SELECT name FROM pragma_index_info(?) ORDER BY seqno", {index}));
    int last = -1;
    connection.each(
        "SELECT id, \"table\" AS referred, \"from\" AS own, \"to\" AS other, on_delete "
        "FROM pragma_foreign_key_list(?) ORDER BY id, seq",
        {relation.name}, [&](const Row& row) {
            if (row.integer("id") != last)
                relation.foreign_keys.push_back({row.text("referred"), {}, row.text("on_delete")});
            last = row.integer("id");
            relation.foreign_keys.back().pairs.emplace_back(row.text("own"), row.text("other"));
        });
}

/// What is kept for a search index, and the indexes themselves, need an extension of SQLite.
constexpr auto of_no_extension =
    "SELECT s.name, s.sql, s.type, coalesce((SELECT meaning FROM schema_note n WHERE n.relation = s.name AND "
    "n.field = ''), '') AS meaning FROM sqlite_schema s JOIN pragma_table_list l ON l.schema = 'main' AND "
    "l.name = s.name AND l.type IN ('table', 'view') WHERE s.name NOT LIKE 'sqlite_%' "
    "ORDER BY s.type = 'view', s.rowid";

std::string order_of(const Relation& relation) {
    if (!relation.primary_key.empty()) return list_of(relation.primary_key);
    std::vector<std::string> names;
    for (const auto& column : relation.columns)
        names.push_back(column.name);
    return list_of(names);
}

Stored stored(const Row& row, const std::string& type, const std::string& column) {
    if (type == "null") return {};
    if (type == "integer") return row.id(column);
    if (type == "real") return row.real(column);
    if (type == "blob") return Blob{row.blob(column)};
    return row.text(column);
}

/// A literal of the value; a text with a NUL within is one of bytes.
std::string literal_of(const std::string& column) {
    return fmt::format(
        "CASE WHEN typeof({0}) = 'text' AND instr(CAST({0} AS BLOB), x'00') > 0 THEN 'CAST(' || "
        "quote(CAST({0} AS BLOB)) || ' AS TEXT)' ELSE quote({0}) END",
        column);
}

void dump_rows(const Connection& connection, const Relation& relation,
               const std::function<void(std::string_view)>& on_statement) {
    std::string literals;
    for (const auto& column : relation.columns)
        literals += (literals.empty() ? "" : " || ', ' || ") + literal_of(quoted(column.name));
    connection.each(fmt::format("SELECT {} AS literals FROM {} ORDER BY {}", literals, quoted(relation.name),
                                order_of(relation)),
                    {}, [&](const Row& row) {
                        on_statement(fmt::format("INSERT INTO {} VALUES ({})", quoted(relation.name),
                                                 row.text("literals")));
                    });
}

/// Those of tables that are there without an extension; a trigger that feeds a search index is not.
std::vector<std::string> other_definitions(const Connection& connection, const char* type) {
    return connection.texts(
        "SELECT s.sql FROM sqlite_schema s WHERE s.type = ? AND s.sql IS NOT NULL AND "
        "EXISTS (SELECT 1 FROM pragma_table_list l WHERE l.schema = 'main' AND l.name = s.tbl_name "
        "AND l.type = 'table') AND NOT EXISTS (SELECT 1 FROM pragma_table_list v WHERE v.type = "
        "'virtual' AND instr(s.sql, v.name) > 0) ORDER BY s.rowid",
        {type});
}

} // namespace

std::vector<Relation> relations(const Connection& connection) {
    std::vector<Relation> all;
    connection.each(of_no_extension, {}, [&](const Row& row) {
        Relation relation;
        relation.name = row.text("name");
        relation.sql = row.text("sql");
        relation.meaning = row.text("meaning");
        relation.is_view = row.text("type") == "view";
        all.push_back(std::move(relation));
    });
    for (auto& relation : all) {
        read_columns(connection, relation);
        if (!relation.is_view) read_keys(connection, relation);
    }
    return all;
}

void each_stored_row(const Connection& connection, const Relation& relation,
                     const std::function<void(const std::vector<Stored>&)>& on_row) {
    std::string columns;
    for (std::size_t i = 0; i < relation.columns.size(); ++i) {
        const auto name = quoted(relation.columns[i].name);
        columns += fmt::format("{0}{1} AS v{2}, typeof({1}) AS t{2}", i > 0 ? ", " : "", name, i);
    }
    std::vector<Stored> values(relation.columns.size());
    connection.each(
        fmt::format("SELECT {} FROM {} ORDER BY {}", columns, quoted(relation.name), order_of(relation)), {},
        [&](const Row& row) {
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = stored(row, row.text(fmt::format("t{}", i)), fmt::format("v{}", i));
            on_row(values);
        });
}

std::int64_t count_rows(const Connection& connection, const Relation& relation) {
    return connection.number("SELECT count(*) FROM " + quoted(relation.name)).value_or(0);
}

void dump_sql(const Connection& connection, const std::function<void(std::string_view)>& on_statement) {
    const auto all = relations(connection);
    on_statement("PRAGMA foreign_keys = OFF");
    on_statement("BEGIN");
    for (const auto& relation : all) {
        if (relation.is_view) continue;
        on_statement(relation.sql);
        dump_rows(connection, relation, on_statement);
    }
    for (const auto& sql : other_definitions(connection, "index"))
        on_statement(sql);
    for (const auto& relation : all)
        if (relation.is_view) on_statement(relation.sql);
    for (const auto& sql : other_definitions(connection, "trigger"))
        on_statement(sql);
    on_statement("COMMIT");
}

} // namespace kompass::archive
