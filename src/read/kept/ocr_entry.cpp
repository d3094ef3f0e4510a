#include "read/kept/ocr_entry.h"

#include "read/sha256.h"
#include "read/work/document_wire.h"

#include <fmt/format.h>

#include <utility>
#include <variant>

namespace kompass::read {
namespace {

/// What an entry begins with; the number grows when the form of an entry changes.
constexpr std::string_view magic = "kompass-ocr 1\n";
constexpr std::size_t hash_size = 64;

std::optional<Page> page_in_frame(std::string_view frame) {
    try {
        MessageStream stream;
        stream.feed(frame);
        auto message = stream.next();
        if (message)
            if (auto* read = std::get_if<PageRead>(&*message)) return std::move(read->page);
    } catch (const WireError&) {
        // Whole, but of another version of the program.
    }
    return std::nullopt;
}

} // namespace

std::string ocr_entry(const Page& page) {
    const auto frame = encode(PageRead{page, {}});
    return fmt::format("{}{}\n{}", magic, sha256_hex(frame), frame);
}

std::optional<Page> page_in_entry(std::string_view entry, int number) {
    const auto head = magic.size() + hash_size + 1;
    if (!entry.starts_with(magic) || entry.size() < head) return std::nullopt;
    const auto frame = entry.substr(head);
    if (sha256_hex(frame) != entry.substr(magic.size(), hash_size)) return std::nullopt;
    auto page = page_in_frame(frame);
    if (page && page->number != number) return std::nullopt;
    return page;
}

} // namespace kompass::read
