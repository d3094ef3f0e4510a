// Values as bytes and back, for two processes of one binary on one machine.
//
// Numbers travel as they lie in memory, so that every double arrives bit for bit. A struct travels as its
// fields, which are named once for both ways, in namespace kompass:
//
//     void fields(auto& each, like<Opened> auto& opened) { each(opened.pages); }
//
// and an enumeration has last_of(E), its greatest value. What comes from a worker is not trusted: a parser
// may have run wild in it. Decoding checks every length and value and throws WireError; it never reads
// outside its bytes, and takes no more memory than these could need. Pure values; thread safe as such.
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace kompass {

/// T or const T: fields are named for what is written and what is read.
template <typename Value, typename T>
concept like = std::same_as<std::remove_const_t<Value>, T>;

} // namespace kompass

namespace kompass::read {

struct WireError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Of texts, lists and messages.
using WireLength = std::uint32_t;

class Encoder {
public:
    template <typename... Values>
    void operator()(const Values&... values) {
        (put(values), ...);
    }

    [[nodiscard]] std::string take() && { return std::move(bytes_); }

private:
    template <typename T>
    void put(const T& value) {
        if constexpr (std::is_enum_v<T>)
            put(static_cast<std::uint8_t>(value));
        else if constexpr (std::is_arithmetic_v<T>)
            bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
        else
            fields(*this, value);
    }
    void put(const std::string& text) {
        put_length(text.size());
        bytes_.append(text);
    }
    template <typename T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <typename First, typename Second>
    void put(const std::pair<First, Second>& pair) {
        put(pair.first);
        put(pair.second);
    }
    template <typename T>
    void put(const std::vector<T>& values) {
        put_all(values);
    }
    template <typename Key, typename T>
    void put(const std::map<Key, T>& values) {
        put_all(values);
    }

    void put_all(const auto& values) {
        put_length(values.size());
        for (const auto& value : values)
            put(value);
    }
    void put_length(std::size_t length) {
        if (length > std::numeric_limits<WireLength>::max())
            throw WireError("a value is too long to be sent");
        put(static_cast<WireLength>(length));
    }

    std::string bytes_;
};

/// The mirror of Encoder: a get for each of its puts.
class Decoder {
public:
    explicit Decoder(std::string_view bytes) : rest_(bytes) {}

    template <typename... Values>
    void operator()(Values&... values) {
        (get(values), ...);
    }

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    template <typename T>
    void get(T& value) {
        if constexpr (std::is_enum_v<T>)
            get_enum(value);
        else if constexpr (std::is_arithmetic_v<T>)
            std::memcpy(&value, take(sizeof value).data(), sizeof value);
        else
            fields(*this, value);
    }
    void get(bool& value) {
        std::uint8_t byte = 0;
        get(byte);
        if (byte > 1) throw WireError("a truth value is neither true nor false");
        value = byte == 1;
    }
    void get(std::string& text) { text = take(get_length()); }
    template <typename T>
    void get(std::optional<T>& value) {
        bool present = false;
        get(present);
        if (present)
            get(value.emplace());
        else
            value.reset();
    }
    template <typename First, typename Second>
    void get(std::pair<First, Second>& pair) {
        get(pair.first);
        get(pair.second);
    }
    template <typename T>
    void get(std::vector<T>& values) {
        const auto count = get_length();
        // A value is a byte at least, so that a count beyond this is a lie; one that is none costs its bytes.
        if (count > rest_.size()) throw WireError("a list is longer than its message");
        values.clear();
        values.reserve(std::min<std::size_t>(count, rest_.size() / sizeof(T)));
        for (WireLength i = 0; i < count; ++i)
            get(values.emplace_back());
    }
    template <typename Key, typename T>
    void get(std::map<Key, T>& values) {
        values.clear();
        for (auto left = get_length(); left > 0; --left) {
            std::pair<Key, T> pair;
            get(pair);
            values.insert(std::move(pair));
        }
    }
    template <typename E>
    void get_enum(E& value) {
        std::uint8_t code = 0;
        get(code);
        if (code > static_cast<std::uint8_t>(last_of(E{}))) throw WireError("a value is out of range");
        value = static_cast<E>(code);
    }
    WireLength get_length() {
        WireLength length = 0;
        get(length);
        return length;
    }
    std::string_view take(std::size_t size) {
        if (size > rest_.size()) throw WireError("a message ends early");
        const auto taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    std::string_view rest_;
};

[[nodiscard]] std::string encoded(const auto& value) {
    Encoder encoder;
    encoder(value);
    return std::move(encoder).take();
}

/// Throws WireError unless `bytes` are one T and nothing else.
template <typename T>
[[nodiscard]] T decoded(std::string_view bytes) {
    T value;
    Decoder decoder(bytes);
    decoder(value);
    if (!decoder.at_end()) throw WireError("a message is longer than its fields");
    return value;
}

} // namespace kompass::read
