#include "archive/deflate.h"

#include <zlib.h>

#include <array>
#include <new>

namespace kompass::archive {
namespace {

/// What zlib needs to know of bytes it only reads.
Bytef* input(std::string_view bytes) {
    return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
}

/// An open inflation, closed with the object.
class Inflation {
public:
    explicit Inflation(std::string_view bytes) {
        stream_.next_in = input(bytes);
        stream_.avail_in = static_cast<uInt>(bytes.size());
        if (inflateInit(&stream_) != Z_OK) throw std::bad_alloc();
    }
    Inflation(const Inflation&) = delete;
    Inflation& operator=(const Inflation&) = delete;
    Inflation(Inflation&&) = delete;
    Inflation& operator=(Inflation&&) = delete;
    ~Inflation() { inflateEnd(&stream_); }

    /// Adds the next piece to `text`; what zlib says to it.
    int next_piece(std::string& text) {
        stream_.next_out = reinterpret_cast<Bytef*>(piece_.data());
        stream_.avail_out = static_cast<uInt>(piece_.size());
        const int state = inflate(&stream_, Z_NO_FLUSH);
        text.append(piece_.data(), piece_.size() - stream_.avail_out);
        return state;
    }
    [[nodiscard]] bool all_read() const { return stream_.avail_in == 0; }

private:
    z_stream stream_{};
    std::array<char, 1UL << 16> piece_{};
};

} // namespace

std::string deflated(std::string_view text) {
    auto size = compressBound(static_cast<uLong>(text.size()));
    std::string bytes(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(bytes.data()), &size, input(text), static_cast<uLong>(text.size()),
                  Z_DEFAULT_COMPRESSION) != Z_OK)
        throw std::bad_alloc(); // the only failure left: the room was bound to suffice
    bytes.resize(size);
    return bytes;
}

std::optional<std::string> inflated(std::string_view bytes) {
    Inflation inflation(bytes);
    std::string text;
    for (;;) {
        const int state = inflation.next_piece(text);
        if (state == Z_STREAM_END) return inflation.all_read() ? std::optional(text) : std::nullopt;
        if (state != Z_OK) return std::nullopt;
    }
}

} // namespace kompass::archive
