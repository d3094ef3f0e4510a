#include "read/work/document_wire.h"

#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

namespace kompass::read {
namespace {

using Length = std::uint32_t;

constexpr std::size_t head_size = sizeof(Length) + 1;
/// No page comes near; a worker that announces more has gone astray.
constexpr Length longest_frame = 64U << 20;

class Writer {
public:
    explicit Writer(std::uint8_t type) {
        put(Length{0});
        put(type);
    }

    template <typename T>
    requires std::is_arithmetic_v<T>
    void put(T value) {
        const auto* bytes = reinterpret_cast<const char*>(&value);
        frame_.append(bytes, sizeof value);
    }
    template <typename E>
    requires std::is_enum_v<E>
    void put(E value) { put(static_cast<std::uint8_t>(value)); }
    void put(std::string_view text) {
        put(static_cast<Length>(text.size()));
        frame_.append(text);
    }
    void put(const std::string& text) { put(std::string_view(text)); }
    void put(const Box& box) {
        for (const double edge : {box.x0, box.y0, box.x1, box.y1})
            put(edge);
    }
    void put(const Place& place) {
        put(place.page);
        put(place.box);
    }
    void put(const Trouble& trouble) {
        put(trouble.severity);
        for (const auto* text : {&trouble.code, &trouble.message, &trouble.file})
            put(*text);
        put(trouble.place);
        put(trouble.rule);
    }
    void put(const Word& word) {
        put(word.text);
        put(word.box);
        put(word.font_size);
        put(word.bold);
        put(word.confidence);
        put(word.readings);
    }
    void put(const Page& page) {
        put(page.number);
        put(page.width);
        put(page.height);
        put(page.reading);
        put(page.why);
        put(page.confidence);
        put(page.words);
        put(page.lines);
    }
    template <typename T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <typename T>
    void put(const std::vector<T>& values) {
        put(static_cast<Length>(values.size()));
        for (const auto& value : values)
            put(value);
    }

    void put(const Ready& ready) { put(ready.version); }
    void put(const Request& request) {
        put(request.file);
        put(request.max_pages);
        put(request.first_page);
    }
    void put(const PageRequest& request) {
        put(request.file);
        put(request.sha256);
        put(request.kind);
        put(request.page);
        put(request.resolution);
    }
    void put(const Identified& identified) {
        put(identified.sha256);
        put(identified.kind);
    }
    void put(const Opened& opened) { put(opened.pages); }
    void put(const PageRead& read) {
        put(read.page);
        put(read.troubles);
    }
    void put(const Finished& finished) { put(finished.troubles); }

    [[nodiscard]] std::string take() && {
        const auto length = static_cast<Length>(frame_.size() - head_size);
        std::memcpy(frame_.data(), &length, sizeof length);
        return std::move(frame_);
    }

private:
    std::string frame_;
};

/// The mirror of Writer: a get for each of its puts, in the same order.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    template <typename T>
    requires std::is_arithmetic_v<T>
    void get(T& value) { std::memcpy(&value, take(sizeof value).data(), sizeof value); }
    void get(bool& value) {
        std::uint8_t byte = 0;
        get(byte);
        if (byte > 1) throw WireError("a truth value is neither true nor false");
        value = byte == 1;
    }
    void get(std::string& text) { text = take(get_length()); }
    void get(Severity& value) { get_enum(value, Severity::error); }
    void get(SourceKind& value) { get_enum(value, SourceKind::transcript); }
    void get(Reading& value) { get_enum(value, Reading::failed); }
    void get(Box& box) {
        for (auto* edge : {&box.x0, &box.y0, &box.x1, &box.y1})
            get(*edge);
    }
    void get(Place& place) {
        get(place.page);
        get(place.box);
    }
    void get(Trouble& trouble) {
        get(trouble.severity);
        for (auto* text : {&trouble.code, &trouble.message, &trouble.file})
            get(*text);
        get(trouble.place);
        get(trouble.rule);
    }
    void get(Word& word) {
        get(word.text);
        get(word.box);
        get(word.font_size);
        get(word.bold);
        get(word.confidence);
        get(word.readings);
    }
    void get(Page& page) {
        get(page.number);
        get(page.width);
        get(page.height);
        get(page.reading);
        get(page.why);
        get(page.confidence);
        get(page.words);
        get(page.lines);
    }
    template <typename T>
    void get(std::optional<T>& value) {
        bool present = false;
        get(present);
        if (present) get(value.emplace());
    }
    template <typename T>
    void get(std::vector<T>& values) {
        const auto count = get_length();
        // Every element has at least a length or a number, so that a count beyond this is a lie.
        if (count > rest_.size() / sizeof(Length)) throw WireError("a list is longer than its message");
        values.resize(count);
        for (auto& value : values)
            get(value);
    }

    void get(Ready& ready) { get(ready.version); }
    void get(Request& request) {
        get(request.file);
        get(request.max_pages);
        get(request.first_page);
    }
    void get(PageRequest& request) {
        get(request.file);
        get(request.sha256);
        get(request.kind);
        get(request.page);
        get(request.resolution);
    }
    void get(Identified& identified) {
        get(identified.sha256);
        get(identified.kind);
    }
    void get(Opened& opened) { get(opened.pages); }
    void get(PageRead& read) {
        get(read.page);
        get(read.troubles);
    }
    void get(Finished& finished) { get(finished.troubles); }

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    std::string_view take(std::size_t size) {
        if (size > rest_.size()) throw WireError("a message ends early");
        const auto taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    Length get_length() {
        Length length = 0;
        get(length);
        return length;
    }
    template <typename E>
    void get_enum(E& value, E last) {
        std::uint8_t code = 0;
        get(code);
        if (code > static_cast<std::uint8_t>(last)) throw WireError("a value is out of range");
        value = static_cast<E>(code);
    }

    std::string_view rest_;
};

/// The message whose alternative in the variant has the number `type`.
template <std::size_t I = 0>
Message decode(std::size_t type, std::string_view payload) {
    if constexpr (I == std::variant_size_v<Message>) {
        throw WireError("a message is of no known type");
    } else {
        if (type != I) return decode<I + 1>(type, payload);
        std::variant_alternative_t<I, Message> message;
        Reader reader(payload);
        reader.get(message);
        if (!reader.at_end()) throw WireError("a message is longer than its fields");
        return message;
    }
}

} // namespace

std::string encode(const Message& message) {
    Writer writer(static_cast<std::uint8_t>(message.index()));
    std::visit([&](const auto& alternative) { writer.put(alternative); }, message);
    return std::move(writer).take();
}

void MessageStream::feed(std::string_view bytes) {
    // What was taken goes only now and then, so that the rest is not moved for every message.
    bytes_.erase(0, std::exchange(read_, 0));
    bytes_.append(bytes);
}

std::optional<Message> MessageStream::next() {
    const auto rest = std::string_view(bytes_).substr(read_);
    if (rest.size() < head_size) return std::nullopt;
    Length length = 0;
    std::memcpy(&length, rest.data(), sizeof length);
    if (length > longest_frame) throw WireError("a message is longer than any can be");
    if (rest.size() < head_size + length) return std::nullopt;
    read_ += head_size + length;
    return decode(static_cast<unsigned char>(rest[sizeof length]), rest.substr(head_size, length));
}

} // namespace kompass::read
