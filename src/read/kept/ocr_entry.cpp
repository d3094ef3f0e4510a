#include "read/kept/ocr_entry.h"

#include "read/sha256.h"
#include "read/work/document_fields.h"

#include <fmt/format.h>

#include <cstdint>
#include <cstring>
#include <utility>

namespace kompass::read {
namespace {

/// What an entry begins with; the number grows when the form of an entry changes.
constexpr std::string_view magic = "kompass-ocr 1\n";
constexpr std::size_t hash_size = 64;

/// What is kept of a page: its fields in a frame (length, form), with room for troubles that no kept page
/// has.
struct Frame {
    WireLength length = 0;
    std::uint8_t form = 5;
    Page page;
    Troubles troubles;
};

/// Not those of a Page, which grow: what archives keep of old stays readable.
void fields(auto& each, like<Frame> auto& frame) {
    auto& page = frame.page;
    each(frame.length, frame.form, page.number, page.width, page.height, page.reading, page.why,
         page.confidence, page.words, page.lines, frame.troubles);
}

std::string frame_of(const Page& page) {
    constexpr std::size_t head = sizeof(Frame::length) + sizeof(Frame::form);
    auto bytes = encoded(Frame{.page = page, .troubles = {}});
    const auto length = static_cast<WireLength>(bytes.size() - head);
    std::memcpy(bytes.data(), &length, sizeof length);
    return bytes;
}

std::optional<Page> page_in_frame(std::string_view bytes) {
    try {
        auto frame = decoded<Frame>(bytes);
        if (frame.form == Frame().form) return std::move(frame.page);
    } catch (const WireError&) {
        // Whole, but of another version of the program.
    }
    return std::nullopt;
}

} // namespace

std::string ocr_entry(const Page& page) {
    const auto frame = frame_of(page);
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
