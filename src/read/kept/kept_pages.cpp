#include "read/kept/kept_pages.h"

#include "read/ocr/ocr.h"

#include <utility>

namespace kompass::read {

std::optional<Page> KeptPages::find(const std::string& sha256, int page) {
    const auto key = key_of(sha256, page);
    if (!key) return std::nullopt;
    for (auto store = stores_.begin(); store != stores_.end(); ++store) {
        auto found = (*store)->find(*key);
        if (!found) continue;
        for (auto before = stores_.begin(); before != store; ++before)
            (*before)->keep(*key, *found);
        return found;
    }
    return std::nullopt;
}

void KeptPages::keep(const std::string& sha256, const Page& page) {
    const auto key = key_of(sha256, page.number);
    if (!key) return;
    for (auto* store : stores_)
        store->keep(*key, page);
}

/// None if nothing is kept, or if the engine cannot work, as it will say itself of every page.
std::optional<OcrKey> KeptPages::key_of(const std::string& sha256, int page) {
    if (stores_.empty()) return std::nullopt;
    if (!std::exchange(fingerprint_asked_, true)) {
        try {
            fingerprint_ = ocr_fingerprint({});
        } catch (const OcrError&) {
            fingerprint_.reset();
        }
    }
    if (!fingerprint_) return std::nullopt;
    return OcrKey{sha256, page, *fingerprint_};
}

} // namespace kompass::read
