#include "read/work/message.h"

#include "read/work/document_fields.h"

#include <cstdint>
#include <cstring>
#include <utility>

namespace kompass::read {

// Found by the codec, which an unnamed namespace would hide them from.
void fields(auto& each, like<Ready> auto& ready) {
    each(ready.version);
}
void fields(auto& each, like<Request> auto& request) {
    each(request.file, request.max_pages, request.first_page);
}
void fields(auto& each, like<PageRequest> auto& request) {
    each(request.file, request.sha256, request.kind, request.page, request.resolution);
}
void fields(auto& each, like<PicturesRequest> auto& request) {
    each(request.file, request.sha256, request.page, request.bands, request.dpi, request.words);
}
void fields(auto& each, like<TaskRequest> auto& request) {
    each(request.task);
}
void fields(auto& each, like<Identified> auto& identified) {
    each(identified.sha256, identified.kind);
}
void fields(auto& each, like<Opened> auto& opened) {
    each(opened.pages);
}
void fields(auto& each, like<PageRead> auto& read) {
    each(read.page, read.troubles);
}
void fields(auto& each, like<Finished> auto& finished) {
    each(finished.troubles);
}
void fields(auto& each, like<Picture> auto& picture) {
    each(picture.png, picture.width, picture.height, picture.band);
}
void fields(auto& each, like<PicturesDrawn> auto& drawn) {
    each(drawn.pictures);
}
void fields(auto& each, like<TaskDone> auto& done) {
    each(done.outcome);
}
void fields(auto& each, like<TaskRefused> auto& refused) {
    each(refused.why);
}
void fields(auto& each, like<AttachmentsRequest> auto& request) {
    each(request.file);
}
void fields(auto& each, like<Attachment> auto& attachment) {
    each(attachment.name, attachment.bytes, attachment.fault);
}
void fields(auto& each, like<AttachmentsFound> auto& found) {
    each(found.attachments);
}

namespace {

constexpr std::size_t head_size = sizeof(WireLength) + 1;

/// The message whose alternative in the variant has the number `type`.
template <std::size_t I = 0>
Message decode(std::size_t type, std::string_view payload) {
    if constexpr (I == std::variant_size_v<Message>) {
        throw WireError("a message is of no known type");
    } else {
        if (type != I) return decode<I + 1>(type, payload);
        return decoded<std::variant_alternative_t<I, Message>>(payload);
    }
}

} // namespace

std::string encode(const Message& message) {
    Encoder encoder;
    encoder(WireLength{0}, static_cast<std::uint8_t>(message.index()));
    std::visit([&](const auto& alternative) { encoder(alternative); }, message);
    auto frame = std::move(encoder).take();
    if (frame.size() - head_size > MessageStream::longest_request)
        throw WireError("a message is too long to be sent");
    const auto length = static_cast<WireLength>(frame.size() - head_size);
    std::memcpy(frame.data(), &length, sizeof length);
    return frame;
}

void MessageStream::feed(std::string_view bytes) {
    // What was taken goes only now and then, so that the rest is not moved for every message.
    bytes_.erase(0, std::exchange(read_, 0));
    bytes_.append(bytes);
}

std::optional<Message> MessageStream::next() {
    const auto rest = std::string_view(bytes_).substr(read_);
    if (rest.size() < head_size) return std::nullopt;
    WireLength length = 0;
    std::memcpy(&length, rest.data(), sizeof length);
    if (length > longest_) throw WireError("a message is longer than any can be");
    if (rest.size() < head_size + length) return std::nullopt;
    read_ += head_size + length;
    return decode(static_cast<unsigned char>(rest[sizeof length]), rest.substr(head_size, length));
}

} // namespace kompass::read
