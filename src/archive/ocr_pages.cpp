#include "archive/ocr_pages.h"

#include "archive/deflate.h"
#include "read/kept/ocr_entry.h"

#include <fmt/format.h>

namespace kompass::archive {
namespace {

read::KeptSize size_in(const Row& row) {
    return {static_cast<std::size_t>(row.id("pages")), static_cast<std::uintmax_t>(row.id("bytes"))};
}

std::int64_t engine_id(Connection& connection, const std::string& fingerprint) {
    connection.run("INSERT INTO ocr_engine (fingerprint) VALUES (?) ON CONFLICT DO NOTHING", {fingerprint});
    return connection.number("SELECT id FROM ocr_engine WHERE fingerprint = ?", {fingerprint}).value();
}

} // namespace

std::optional<Page> ocr_page_of(const std::string& content, int number) {
    const auto entry = inflated(content);
    return entry ? read::page_in_entry(*entry, number) : std::nullopt;
}

void compress_ocr_pages(Connection& connection) {
    std::vector<std::int64_t> pages;
    connection.each("SELECT id FROM ocr_page", {}, [&](const Row& row) { pages.push_back(row.id("id")); });
    for (const auto page : pages) {
        std::string content;
        connection.each("SELECT content FROM ocr_page WHERE id = ?", {page},
                        [&](const Row& row) { content = row.blob("content"); });
        connection.run("UPDATE ocr_page SET content = ? WHERE id = ?", {Blob{deflated(content)}, page});
    }
}

std::optional<Page> OcrPages::find(const read::OcrKey& key) {
    std::optional<Page> page;
    try {
        std::int64_t id = 0;
        connection_.each("SELECT ocr_page.id, content FROM ocr_page JOIN ocr_engine ON ocr_engine.id = "
                         "engine_id WHERE sha256 = ? AND page = ? AND fingerprint = ?",
                         {key.sha256, key.page, key.fingerprint}, [&](const Row& row) {
                             id = row.id("id");
                             page = ocr_page_of(row.blob("content"), key.page);
                         });
        if (page) note_use(id);
    } catch (const ArchiveError& error) {
        fault_ = error.what();
    }
    return page;
}

/// Written once a day, so that a second run writes nothing.
void OcrPages::note_use(std::int64_t id) {
    connection_.run("UPDATE ocr_page SET used_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') "
                    "WHERE id = ? AND used_at < strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-1 day')",
                    {id});
}

void OcrPages::keep(const read::OcrKey& key, const Page& page) {
    if (!fault_.empty()) return;
    try {
        Transaction transaction(connection_, Transaction::Kind::write);
        connection_.run(
            "INSERT OR REPLACE INTO ocr_page (sha256, page, engine_id, content, kept_at, used_at) "
            "VALUES (?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), "
            "strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
            {key.sha256, key.page, engine_id(connection_, key.fingerprint),
             Blob{deflated(read::ocr_entry(page))}});
        transaction.commit();
    } catch (const ArchiveError& error) {
        fault_ = fmt::format("what OCR read cannot be kept: {}", error.what());
    }
}

read::KeptSize OcrPages::size() const {
    read::KeptSize size;
    connection_.each("SELECT count(*) AS pages, coalesce(sum(length(content)), 0) AS bytes FROM ocr_page", {},
                     [&](const Row& row) { size = size_in(row); });
    return size;
}

read::KeptSize OcrPages::prune(std::chrono::hours unused) {
    const auto age = fmt::format("-{} hours", unused.count());
    read::KeptSize removed;
    {
        Transaction transaction(connection_, Transaction::Kind::write);
        connection_.each("SELECT count(*) AS pages, coalesce(sum(length(content)), 0) AS bytes FROM ocr_page "
                         "WHERE used_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', ?)",
                         {age}, [&](const Row& row) { removed = size_in(row); });
        connection_.run("DELETE FROM ocr_page WHERE used_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', ?)",
                        {age});
        connection_.run("DELETE FROM ocr_engine WHERE id NOT IN (SELECT engine_id FROM ocr_page)");
        transaction.commit();
    }
    if (removed.entries > 0) connection_.script("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
    return removed;
}

} // namespace kompass::archive
