// What each table, view and column means, kept in the archive itself (the table `schema_note`).
//
// There is one text that says it, docs/schema.md, which is compiled into the program: a section "### `name`"
// with words about the table, and a table of its columns, whose last cell is the meaning. Tests hold it to
// the schema.
#pragma once

#include "archive/connection.h"

#include <string>
#include <string_view>
#include <vector>

namespace kompass::archive {

struct SchemaNote {
    std::string relation, field; ///< field: empty of the table or view itself
    std::string meaning;
};

/// Of a text of that form.
[[nodiscard]] std::vector<SchemaNote> schema_notes(std::string_view manual);

/// Writes those of docs/schema.md in place of what is there. Part of the caller's transaction.
void write_schema_notes(Connection& connection);

} // namespace kompass::archive
