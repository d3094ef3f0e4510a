#include "archive/schema/schema_notes.h"

#include "archive/schema/schema_manual.h"

namespace kompass::archive {
namespace {

constexpr std::string_view section = "### `", row = "| `";

/// The line's first name in backticks.
std::string name_in(std::string_view line) {
    const auto begin = line.find('`') + 1;
    return std::string(line.substr(begin, line.find('`', begin) - begin));
}

/// A bar within a cell is written \|.
std::string last_cell(std::string_view line) {
    auto end = line.rfind('|');
    auto begin = end;
    do
        begin = line.rfind('|', begin - 1);
    while (begin > 0 && line[begin - 1] == '\\');
    std::string cell;
    for (const char sign : line.substr(begin + 1, end - begin - 1))
        if (sign != '\\') cell += sign;
    const auto first = cell.find_first_not_of(' ');
    return first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1);
}

} // namespace

std::vector<SchemaNote> schema_notes(std::string_view manual) {
    std::vector<SchemaNote> notes;
    std::string relation;
    bool in_words = false; ///< about the table, before its columns
    while (!manual.empty()) {
        const auto line = manual.substr(0, manual.find('\n'));
        manual.remove_prefix(std::min(line.size() + 1, manual.size()));
        if (line.starts_with(section)) {
            relation = name_in(line);
            notes.push_back({relation, "", ""});
            in_words = true;
        } else if (line.starts_with('#')) {
            relation.clear();
        } else if (relation.empty()) {
            continue;
        } else if (line.starts_with(row)) {
            notes.push_back({relation, name_in(line), last_cell(line)});
        } else if (line.starts_with('|') || line.starts_with("```")) {
            in_words = false;
        } else if (in_words && !line.empty()) {
            auto& meaning = notes.back().meaning;
            meaning += (meaning.empty() ? "" : " ") + std::string(line);
        }
    }
    return notes;
}

void write_schema_notes(Connection& connection) {
    connection.run("DELETE FROM schema_note");
    for (const auto& note : schema_notes(manual::schema_md))
        connection.run("INSERT INTO schema_note (relation, field, meaning) VALUES (?, ?, ?)",
                       {note.relation, note.field, note.meaning});
}

} // namespace kompass::archive
