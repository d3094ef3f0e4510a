#include "archive/entries.h"

#include "archive/place_rows.h"

#include <algorithm>
#include <cstddef>

namespace kompass::archive {

std::int64_t EntryWriter::add(const char* kind) {
    return connection_.insert("INSERT INTO entry (source_id, kind) VALUES (?, ?)", {source_, kind});
}

std::int64_t EntryWriter::add(const char* kind, const Places& places) {
    const auto entry = add(kind);
    int position = 0;
    for (const auto& place : places)
        connection_.run("INSERT INTO place (entry_id, position, page, x0, y0, x1, y1) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?)",
                        place_row(entry, ++position, place));
    return entry;
}

std::int64_t EntryWriter::add(const char* kind, const Score& score) {
    const auto entry = add(kind, score.places);
    add_notes(entry, score);
    return entry;
}

void EntryWriter::add_doubts(std::int64_t entry, const std::vector<std::string>& fields) {
    int position = 0;
    for (const auto& field : fields)
        connection_.run("INSERT INTO doubt (entry_id, position, field) VALUES (?, ?, ?)",
                        {entry, ++position, field});
}

void EntryWriter::add_troubles(const Troubles& troubles) {
    int position = 0;
    for (const auto& trouble : troubles) {
        const auto id = add("trouble", trouble.place ? Places{*trouble.place} : Places{});
        connection_.run("INSERT INTO trouble (id, source_id, position, severity, code, message, file, rule) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        {id, source_, ++position, name_of(trouble.severity), trouble.code, trouble.message,
                         trouble.file, null_if_empty(trouble.rule)});
    }
}

void EntryWriter::add_candidates(std::int64_t entry, const std::string& field,
                                 const std::vector<Decimal>& values) {
    int position = 0;
    for (const auto value : values)
        connection_.run("INSERT INTO candidate (entry_id, field, position, value) VALUES (?, ?, ?, ?)",
                        {entry, field, ++position, value});
}

void EntryWriter::add_repairs(std::int64_t entry, const std::vector<ScoreRepair>& repairs) {
    int position = 0;
    for (const auto& repair : repairs) {
        connection_.run("INSERT INTO score_repair (entry_id, position, field, read, value, why) "
                        "VALUES (?, ?, ?, ?, ?, ?)",
                        {entry, ++position, repair.field, repair.read, repair.value, repair.why});
        for (const auto check : repair.checks)
            connection_.run("INSERT INTO score_repair_check (entry_id, position, kind) VALUES (?, ?, ?)",
                            {entry, position, name_of(check)});
    }
}

EntryReader::EntryReader(const Connection& connection, std::int64_t source) {
    connection.each("SELECT entry_id, page, x0, y0, x1, y1 FROM place JOIN entry ON entry.id = entry_id "
                    "WHERE source_id = ? ORDER BY entry_id, position",
                    {source}, [&](const Row& row) { places_[row.id("entry_id")].push_back(place_of(row)); });
    connection.each("SELECT entry_id, field FROM doubt JOIN entry ON entry.id = entry_id "
                    "WHERE source_id = ? ORDER BY entry_id, position",
                    {source},
                    [&](const Row& row) { doubts_[row.id("entry_id")].push_back(row.text("field")); });
    connection.each("SELECT entry_id, field, value FROM candidate JOIN entry ON entry.id = entry_id "
                    "WHERE source_id = ? ORDER BY entry_id, field, position",
                    {source}, [&](const Row& row) {
                        candidates_[row.id("entry_id")][row.text("field")].push_back(row.decimal("value"));
                    });
    connection.each("SELECT entry_id, field, read, value, why FROM score_repair "
                    "JOIN entry ON entry.id = entry_id WHERE source_id = ? ORDER BY entry_id, position",
                    {source}, [&](const Row& row) {
                        repairs_[row.id("entry_id")].push_back(
                            {row.text("field"), row.text("read"), row.decimal("value"), row.text("why")});
                    });
    connection.each(
        "SELECT entry_id, position, c.kind FROM score_repair_check c "
        "JOIN entry ON entry.id = entry_id WHERE source_id = ?",
        {source}, [&](const Row& row) {
            auto& repair =
                repairs_.at(row.id("entry_id")).at(static_cast<std::size_t>(row.integer("position") - 1));
            repair.checks.push_back(check_kind_from(row.text("kind")));
        });
    for (auto& [entry, repairs] : repairs_)
        for (auto& repair : repairs)
            std::sort(repair.checks.begin(), repair.checks.end());
}

Score EntryReader::score(std::int64_t entry, const Row& row) const {
    Score score;
    score.points = row.optional_decimal("points");
    score.max = row.optional_decimal("max");
    score.percent = row.optional_decimal("percent");
    add_notes(entry, score);
    score.places = places(entry);
    return score;
}

} // namespace kompass::archive
