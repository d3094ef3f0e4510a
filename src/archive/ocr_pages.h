// What OCR read, kept in the archive: the tables ocr_engine and ocr_page.
//
// Every page is a transaction of its own. Pruning gives the space back to the disk, for which SQLite writes
// the whole file anew: it needs that much room for a while, and that nobody else uses the archive. Finding
// and keeping never throw (see OcrStore); size and prune throw ArchiveError. One thread uses an OcrPages.
#pragma once

#include "archive/connection.h"
#include "read/kept/ocr_store.h"

namespace kompass::archive {

/// What the column `content` holds of the page of this number; nothing if it is damaged or of another
/// version.
[[nodiscard]] std::optional<Page> ocr_page_of(const std::string& content, int number);

/// Of an archive from before pages were compressed. Part of the caller's transaction.
void compress_ocr_pages(Connection& connection);

class OcrPages : public read::OcrStore {
public:
    /// The connection must outlive it.
    explicit OcrPages(Connection& connection) : connection_(connection) {}

    [[nodiscard]] std::optional<Page> find(const read::OcrKey& key) override;
    void keep(const read::OcrKey& key, const Page& page) override;
    [[nodiscard]] std::string fault() const override { return fault_; }
    [[nodiscard]] read::KeptSize size() const override;
    read::KeptSize prune(std::chrono::hours unused) override;

private:
    void note_use(std::int64_t id);

    Connection& connection_;
    std::string fault_;
};

} // namespace kompass::archive
