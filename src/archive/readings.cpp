#include "archive/readings.h"

#include "archive/deflate.h"
#include "model/document_json.h"

#include <fmt/format.h>

#include <stdexcept>

namespace kompass::archive {
namespace {

[[noreturn]] void refuse(const Connection& connection, const std::string& sha256, const std::string& why) {
    throw ArchiveError(fmt::format("archive {}: what was read of the source {}… is damaged ({}); restore the "
                                   "archive from a backup, or ingest the source into a new archive",
                                   connection.file().string(), sha256.substr(0, 12), why));
}

Document document_in(const Connection& connection, const std::string& sha256, const std::string& content) {
    const auto json = inflated(content);
    if (!json) refuse(connection, sha256, "its compressed form is broken");
    Document document;
    try {
        document = document_from_json(*json);
    } catch (const std::runtime_error& error) {
        refuse(connection, sha256, error.what());
    }
    if (document.sha256 != sha256) refuse(connection, sha256, "it is of another source");
    return document;
}

} // namespace

void keep_reading(Connection& connection, const Document& document) {
    connection.run(
        "INSERT INTO reading (sha256, content, kept_at) "
        "VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) "
        "ON CONFLICT (sha256) DO UPDATE SET content = excluded.content, kept_at = excluded.kept_at",
        {document.sha256, Blob{deflated(to_json(document))}});
}

std::optional<Document> find_reading(const Connection& connection, const std::string& sha256) {
    std::optional<std::string> content;
    connection.each("SELECT content FROM reading WHERE sha256 = ?", {sha256},
                    [&](const Row& row) { content = row.blob("content"); });
    if (!content) return std::nullopt;
    return document_in(connection, sha256, *content);
}

} // namespace kompass::archive
