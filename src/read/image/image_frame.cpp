#include "read/image/image_frame.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <stdexcept>

namespace kompass::read {
namespace {

enum class Order { big_endian, little_endian };

/// Numbers in an image file. Throws std::out_of_range beyond its end.
class Bytes {
public:
    Bytes(std::string_view bytes, Order order) : bytes_(bytes), order_(order) {}

    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t size) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const auto place = at + (order_ == Order::big_endian ? i : size - 1 - i);
            if (place < at || place >= bytes_.size()) throw std::out_of_range("the file ends before");
            value = value << 8 | static_cast<unsigned char>(bytes_[place]);
        }
        return value;
    }

private:
    std::string_view bytes_;
    Order order_;
};

void note_page(ImageFrame& frame, std::uint64_t width, std::uint64_t height) {
    frame.pixels = std::max(frame.pixels, width * height);
}

/// Chunks of a length, a name, so many bytes, a checksum. IHDR, the first, has the size; IEND is the last.
void walk_png(const Bytes& bytes, ImageFrame& frame) {
    constexpr std::uint32_t last = 0x49454E44;
    constexpr std::size_t around_data = 12;
    note_page(frame, bytes.number(16, 4), bytes.number(20, 4));
    for (std::size_t at = 8;;) {
        const std::size_t length = bytes.number(at, 4);
        const bool is_last = bytes.number(at + 4, 4) == last;
        at += around_data + length;
        static_cast<void>(bytes.number(at - 1, 1));
        if (is_last) return;
    }
}

/// The marker that ends a run of coded pixels, which may hold FF 00 (a coded FF) and restart marks.
std::size_t end_of_scan(const Bytes& bytes, std::size_t at) {
    for (;; ++at) {
        if (bytes.number(at, 1) != 0xFF) continue;
        const auto code = bytes.number(at + 1, 1);
        const bool inside = code == 0 || code == 0xFF || (code >= 0xD0 && code <= 0xD7);
        if (!inside) return at;
    }
}

/// C0 to CF start a frame, but for three that bring tables.
bool starts_frame(std::uint32_t code) {
    return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
}

constexpr std::size_t entry_size = 12; ///< in a directory of a TIFF

/// What a camera writes into a JPEG is a small TIFF of its own, whose first directory says how it was held.
/// Mirrored ways, which no camera writes, stay as they are.
int turns_in_exif(std::string_view exif) {
    constexpr std::uint32_t orientation_tag = 0x0112;
    const Bytes bytes(exif, exif.starts_with("MM") ? Order::big_endian : Order::little_endian);
    const std::size_t directory = bytes.number(4, 4);
    const std::size_t first = directory + 2;
    const std::size_t entries = bytes.number(directory, 2);
    for (std::size_t at = first; at < first + entries * entry_size; at += entry_size) {
        if (bytes.number(at, 2) != orientation_tag) continue;
        switch (bytes.number(at + 8, 2)) {
        case 3:
            return 2;
        case 6:
            return 1;
        case 8:
            return 3;
        default:
            return 0;
        }
    }
    return 0;
}

void note_turns(std::string_view segment, ImageFrame& frame) {
    constexpr std::string_view mark("Exif\0\0", 6);
    if (!segment.starts_with(mark)) return;
    try {
        frame.quarter_turns = turns_in_exif(segment.substr(mark.size()));
    } catch (const std::out_of_range&) {
        // The picture is whole though its camera's notes are not.
    }
}

/// Segments of a marker, a length, so many bytes; after a start of scan coded pixels; FF D9 is the last.
void walk_jpeg(std::string_view image, ImageFrame& frame) {
    const Bytes bytes(image, Order::big_endian);
    constexpr std::uint32_t camera_notes = 0xE1;
    constexpr std::uint32_t adobe_notes = 0xEE;
    constexpr std::uint32_t inks = 4;
    bool marked = false;
    constexpr std::uint32_t end_of_image = 0xD9;
    constexpr std::uint32_t start_of_scan = 0xDA;
    for (std::size_t at = 2;;) {
        const auto code = bytes.number(at + 1, 1);
        if (code == end_of_image) return;
        if (code == 0xFF) { // a marker may be filled up
            ++at;
            continue;
        }
        if (starts_frame(code)) {
            note_page(frame, bytes.number(at + 7, 2), bytes.number(at + 5, 2));
            frame.unmarked_inks = !marked && bytes.number(at + 9, 1) == inks;
        }
        marked = marked || code == adobe_notes;
        const auto length = bytes.number(at + 2, 2);
        if (code == camera_notes) note_turns(image.substr(std::min(at + 4, image.size()), length), frame);
        at += 2 + length;
        if (code == start_of_scan) at = end_of_scan(bytes, at);
    }
}

/// A directory's entries: a tag, a type (3: 16 bits), a count, a value.
void note_tiff_page(const Bytes& bytes, std::size_t first, std::size_t entries, ImageFrame& frame) {
    constexpr std::uint32_t width_tag = 256;
    constexpr std::uint32_t height_tag = 257;
    constexpr std::uint32_t short_type = 3;
    std::uint64_t width = 0;
    std::uint64_t height = 0;
    for (std::size_t at = first; at < first + entries * entry_size; at += entry_size) {
        const auto tag = bytes.number(at, 2);
        const auto value = bytes.number(at + 8, bytes.number(at + 2, 2) == short_type ? 2 : 4);
        if (tag == width_tag) width = value;
        if (tag == height_tag) height = value;
    }
    note_page(frame, width, height);
}

/// A chain of directories of entries, each with the offset of the next; 0 is the last.
void walk_tiff(const Bytes& bytes, ImageFrame& frame) {
    std::set<std::uint32_t> seen;
    for (auto directory = bytes.number(4, 4); directory != 0 && seen.insert(directory).second;) {
        const std::size_t first = std::size_t{directory} + 2;
        const std::size_t entries = bytes.number(directory, 2);
        note_tiff_page(bytes, first, entries, frame);
        directory = bytes.number(first + entries * entry_size, 4);
    }
}

} // namespace

ImageFrame frame_of(std::string_view image) {
    ImageFrame frame;
    try {
        if (image.starts_with("\x89PNG"))
            walk_png({image, Order::big_endian}, frame);
        else if (image.starts_with("\xFF\xD8"))
            walk_jpeg(image, frame);
        else
            walk_tiff({image, image.starts_with("MM") ? Order::big_endian : Order::little_endian}, frame);
    } catch (const std::out_of_range&) {
        frame.cut_off = true;
    }
    return frame;
}

} // namespace kompass::read
