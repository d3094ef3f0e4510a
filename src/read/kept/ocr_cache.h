// What OCR read, kept in a folder.
//
// One small file a page, named by its key, written beside its place and renamed into it, so that it is whole
// or not there. The folder may be shared by several processes and may be deleted at any time; one that cannot
// be read is as good as empty.
#pragma once

#include "read/kept/ocr_store.h"

#include <filesystem>

namespace kompass::read {

class OcrCache : public OcrStore {
public:
    explicit OcrCache(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// $KOMPASS_CACHE, else $XDG_CACHE_HOME/kompass, else ~/.cache/kompass; empty if there is none of them.
    [[nodiscard]] static std::filesystem::path usual_folder();

    [[nodiscard]] std::optional<Page> find(const OcrKey& key) override;
    void keep(const OcrKey& key, const Page& page) override;
    [[nodiscard]] std::string fault() const override { return fault_; }
    [[nodiscard]] KeptSize size() const override;
    /// Removes remains of writes broken off, too.
    KeptSize prune(std::chrono::hours unused) override;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    [[nodiscard]] std::filesystem::path file_of(const OcrKey& key) const;

    std::filesystem::path folder_;
    std::string fault_;
};

} // namespace kompass::read
