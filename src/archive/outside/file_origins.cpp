#include "archive/outside/file_origins.h"

#include "model/cell_value.h"
#include "text/address.h"

#include <fmt/format.h>

namespace kompass::archive {
namespace {

FileOrigin origin_of(const Row& row) {
    return {row.text("url"), row.text("publisher"), row.text("retrieved"), row.text("licence"),
            row.text("note")};
}

/// An archive that is being migrated has none yet.
bool knows_origins(const Connection& connection) {
    return connection.number("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'origin'")
        .has_value();
}

} // namespace

std::string fault_of_origin(const FileOrigin& origin) {
    if (!origin.url.empty() && !text::is_address(origin.url))
        return fmt::format("the url '{}' is no address; write it whole and without blanks, such as "
                           "https://skr.se/rapport.pdf",
                           origin.url);
    if (!origin.retrieved.empty() && !is_date(origin.retrieved))
        return fmt::format("retrieved holds a day such as 2019-02-08, not '{}'", origin.retrieved);
    return {};
}

Keeping keep_origin(Connection& connection, const std::string& sha256, const FileOrigin& origin) {
    if (const auto fault = fault_of_origin(origin); !fault.empty()) throw ConstraintError(fault);
    const auto before = find_origin(connection, sha256);
    if (before == origin) return Keeping::known;
    connection.run("INSERT INTO origin (sha256, url, publisher, retrieved, licence, note) "
                   "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET url = excluded.url, "
                   "publisher = excluded.publisher, retrieved = excluded.retrieved, "
                   "licence = excluded.licence, note = excluded.note",
                   {sha256, null_if_empty(origin.url), null_if_empty(origin.publisher),
                    null_if_empty(origin.retrieved), null_if_empty(origin.licence),
                    null_if_empty(origin.note)});
    return before ? Keeping::changed : Keeping::added;
}

std::optional<FileOrigin> find_origin(const Connection& connection, const std::string& sha256) {
    std::optional<FileOrigin> origin;
    if (!knows_origins(connection)) return origin;
    connection.each("SELECT url, publisher, retrieved, licence, note FROM origin WHERE sha256 = ?", {sha256},
                    [&](const Row& row) { origin = origin_of(row); });
    return origin;
}

std::map<std::string, FileOrigin> list_origins(const Connection& connection) {
    std::map<std::string, FileOrigin> origins;
    connection.each("SELECT sha256, url, publisher, retrieved, licence, note FROM origin", {},
                    [&](const Row& row) { origins.emplace(row.text("sha256"), origin_of(row)); });
    return origins;
}

} // namespace kompass::archive
