// Where what OCR read is kept, so that no page is read twice: in a folder (ocr_cache.h), in an archive.
//
// A page is found again by the hash of its source, its number and the engine's fingerprint (versions,
// checksums of the models, parameters): a changed engine reads anew, changed rules do not. A damaged entry is
// as good as none. Keeping is a convenience: a store never throws over what it cannot find or keep; it finds
// nothing, keeps nothing more, and `fault` says why. One thread uses a store; several processes may share
// what lies behind it.
#pragma once

#include "model/document.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace kompass::read {

/// A page's identity; see above.
struct OcrKey {
    std::string sha256; ///< of the source's bytes
    int page = 1;
    std::string fingerprint;
};

struct KeptSize {
    std::size_t entries = 0;
    std::uintmax_t bytes = 0;
};

class OcrStore {
public:
    OcrStore() = default;
    OcrStore(const OcrStore&) = default;
    OcrStore& operator=(const OcrStore&) = default;
    virtual ~OcrStore() = default;

    /// What is found is in use, and not pruned.
    [[nodiscard]] virtual std::optional<Page> find(const OcrKey& key) = 0;
    /// In place of what was kept under the key before.
    virtual void keep(const OcrKey& key, const Page& page) = 0;
    /// Why something could not be kept; empty if everything was.
    [[nodiscard]] virtual std::string fault() const = 0;

    [[nodiscard]] virtual KeptSize size() const = 0;
    /// Removes what was neither kept nor found for so long. How much was.
    virtual KeptSize prune(std::chrono::hours unused) = 0;
};

} // namespace kompass::read
