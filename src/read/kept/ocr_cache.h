// What OCR read, kept in a folder.
//
// One small file a page, named by its key, written beside its place and renamed into it, so that it is whole
// or not there. The folder may be shared by several processes and may be deleted at any time; one that cannot
// be read is as good as empty. Each entry bears its user's seal (seal.h) over what it is of and what it says:
// one that was changed, renamed or put there by somebody else is none, and the page is read again.
#pragma once

#include "read/kept/ocr_store.h"
#include "read/kept/seal.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace kompass::read {

class OcrCache : public OcrStore {
public:
    /// `key`: where the user's key lies, see Seal.
    explicit OcrCache(std::filesystem::path folder, std::filesystem::path key = Seal::usual_file())
        : folder_(std::move(folder)), key_(std::move(key)) {}

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

    /// The user's seal, asked for when it is first needed; nullopt, and a fault, where there is none.
    [[nodiscard]] const std::optional<Seal>& seal();
    [[nodiscard]] static std::string sealed(const Seal& seal, const OcrKey& key, std::string_view entry);

    std::filesystem::path folder_, key_;
    std::optional<Seal> seal_;
    bool seal_asked_ = false;
    std::string fault_;
};

} // namespace kompass::read
