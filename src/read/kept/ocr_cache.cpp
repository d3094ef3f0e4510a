#include "read/kept/ocr_cache.h"

#include "read/file_bytes.h"
#include "read/kept/ocr_entry.h"
#include "read/sha256.h"
#include "read/unfinished_file.h"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

namespace kompass::read {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".page";
constexpr std::string_view magic = "kompass-kept 1\n";
constexpr std::size_t seal_size = 64;

bool is_ours(const fs::path& file) {
    const auto name = file.filename().string();
    return name.ends_with(ending) || name.find(fmt::format("{}.", ending)) != std::string::npos;
}

/// Calls `take` for every entry, finished or not.
template <typename Take>
void for_each_entry(const fs::path& folder, Take take) {
    std::error_code fault;
    for (auto entry = fs::directory_iterator(folder, fault); !fault && entry != fs::directory_iterator();
         entry.increment(fault))
        if (is_ours(entry->path())) take(*entry);
}

} // namespace

fs::path OcrCache::usual_folder() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value == nullptr ? "" : value);
    };
    if (auto own = variable("KOMPASS_CACHE"); !own.empty()) return own;
    if (auto caches = variable("XDG_CACHE_HOME"); caches.is_absolute()) return caches / "kompass";
    if (auto home = variable("HOME"); !home.empty()) return home / ".cache" / "kompass";
    return {};
}

fs::path OcrCache::file_of(const OcrKey& key) const {
    const auto name = sha256_hex(fmt::format("{}\n{}\n{}", key.sha256, key.page, key.fingerprint));
    return folder_ / (name + std::string(ending));
}

const std::optional<Seal>& OcrCache::seal() {
    if (!std::exchange(seal_asked_, true)) {
        try {
            seal_ = Seal::with_key_in(key_);
        } catch (const std::runtime_error& error) {
            fault_ = fmt::format("what OCR read cannot be kept in {}, since it cannot be sealed: {}",
                                 folder_.string(), error.what());
        }
    }
    return seal_;
}

std::string OcrCache::sealed(const Seal& seal, const OcrKey& key, std::string_view entry) {
    return fmt::format("{}{}\n", magic,
                       seal.on(fmt::format("{}\n{}\n{}\n{}", key.sha256, key.page, key.fingerprint, entry)));
}

std::optional<Page> OcrCache::find(const OcrKey& key) {
    const auto file = file_of(key);
    const auto content = read_file(file);
    const auto head = magic.size() + seal_size + 1;
    if (!content.error.empty() || content.bytes.size() < head || !seal()) return std::nullopt;
    const auto entry = std::string_view(content.bytes).substr(head);
    if (!content.bytes.starts_with(sealed(*seal(), key, entry))) return std::nullopt;
    auto page = page_in_entry(entry, key.page);
    std::error_code ignored;
    if (page) fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
    return page;
}

void OcrCache::keep(const OcrKey& key, const Page& page) {
    if (!fault_.empty()) return;
    try {
        fs::create_directories(folder_);
        if (!seal()) return;
        const auto entry = ocr_entry(page);
        UnfinishedFile file(file_of(key));
        file.write(sealed(*seal(), key, entry) + entry);
        file.move_into_place();
    } catch (const std::system_error& error) { // what fs and the file throw
        fault_ =
            fmt::format("what OCR read cannot be kept in {}: {}", folder_.string(), error.code().message());
    }
}

KeptSize OcrCache::size() const {
    KeptSize size;
    for_each_entry(folder_, [&](const fs::directory_entry& entry) {
        std::error_code gone;
        const auto bytes = entry.file_size(gone);
        if (gone) return;
        ++size.entries;
        size.bytes += bytes;
    });
    return size;
}

KeptSize OcrCache::prune(std::chrono::hours unused) {
    const auto latest = fs::file_time_type::clock::now() - unused;
    KeptSize removed;
    for_each_entry(folder_, [&](const fs::directory_entry& entry) {
        std::error_code fault;
        const auto bytes = entry.file_size(fault);
        if (fault || entry.last_write_time(fault) > latest || fault) return;
        if (!fs::remove(entry.path(), fault)) return;
        ++removed.entries;
        removed.bytes += bytes;
    });
    return removed;
}

} // namespace kompass::read
