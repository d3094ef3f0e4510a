// What OCR read, kept in a folder, so that no page is read twice.
//
// A page is found again by the hash of its source, its number and the engine's fingerprint (versions,
// checksums of the models, parameters): a changed engine reads anew, changed rules do not. One small file a
// page, named by that key, written beside its place and renamed into it, so that it is whole or not there; a
// damaged one is as good as none. The folder may be shared by several processes and may be deleted at any
// time. Being only a convenience, a cache never throws for a folder that cannot be read or written: it finds
// nothing, and `fault` says why it keeps nothing.
#pragma once

#include "model/document.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace kompass::read {

/// A page's identity; see above.
struct OcrKey {
    std::string sha256; ///< of the source's bytes
    int page = 1;
    std::string fingerprint;
};

class OcrCache {
public:
    explicit OcrCache(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// $KOMPASS_CACHE, else $XDG_CACHE_HOME/kompass, else ~/.cache/kompass; empty if there is none of them.
    [[nodiscard]] static std::filesystem::path usual_folder();

    [[nodiscard]] std::optional<Page> find(const OcrKey& key) const;
    void keep(const OcrKey& key, const Page& page);

    struct Size {
        std::size_t entries = 0;
        std::uintmax_t bytes = 0;
    };
    [[nodiscard]] Size size() const;
    /// Removes what was neither kept nor found for so long, and remains of writes broken off. How much was.
    Size prune(std::chrono::hours unused) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Why something could not be kept; empty if everything was.
    [[nodiscard]] const std::string& fault() const { return fault_; }

private:
    [[nodiscard]] std::filesystem::path file_of(const OcrKey& key) const;

    std::filesystem::path folder_;
    std::string fault_;
};

} // namespace kompass::read
