// The pages that OCR read before, in all places where they are kept.
//
// Places are asked in order; what a later one has, those before it are given, and what is read now, all are
// given: an archive can so be carried away with all its pages, and a folder serves whoever reads without an
// archive. The engine is asked for its fingerprint once, and only when a page is sought: it hashes the
// models. One thread uses a KeptPages.
#pragma once

#include "read/kept/ocr_store.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::read {

class KeptPages {
public:
    /// The stores are not owned; none: nothing is found and nothing kept.
    explicit KeptPages(std::vector<OcrStore*> stores) : stores_(std::move(stores)) {}

    [[nodiscard]] std::optional<Page> find(const std::string& sha256, int page);
    void keep(const std::string& sha256, const Page& page);

private:
    [[nodiscard]] std::optional<OcrKey> key_of(const std::string& sha256, int page);

    std::vector<OcrStore*> stores_;
    std::optional<std::string> fingerprint_;
    bool fingerprint_asked_ = false;
};

} // namespace kompass::read
