// What the parent and a worker say to each other, as bytes.
//
// A message is a frame: its length (32 bits), its type (8 bits), its fields. Both ends are the same binary on
// the same machine, so that numbers travel as they lie in memory and every double arrives bit for bit.
// What comes from a worker is not trusted: a parser may have run wild in it. Decoding checks every length and
// value and throws WireError; it never reads outside a frame. Pure values; thread safe as such.
#pragma once

#include "model/document.h"

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

namespace kompass::read {

struct WireError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A worker's first words: it is there and speaks as its parent does.
struct Ready {
    std::string version;
};

/// Parent to worker: read the text layers of this.
struct Request {
    std::string file;
    int max_pages = 0;
    int first_page = 1;
};

/// Parent to worker: read this page by OCR. Answered by one PageRead.
struct PageRequest {
    std::string file;
    std::string sha256; ///< of what was opened before: another file by now is refused
    SourceKind kind = SourceKind::pdf;
    int page = 1;
    double resolution = 0; ///< see OcrSettings
};

/// The source's identity, before its parser starts.
struct Identified {
    std::string sha256;
    SourceKind kind = SourceKind::pdf;
};

struct Opened {
    int pages = 0;
};

/// A page, and the troubles met since the message before.
struct PageRead {
    Page page;
    Troubles troubles;
};

/// All that was asked for is read; with the troubles met since the message before.
struct Finished {
    Troubles troubles;
};

using Message = std::variant<Ready, Request, PageRequest, Identified, Opened, PageRead, Finished>;

[[nodiscard]] std::string encode(const Message& message);

/// Cuts a stream of bytes into messages.
class MessageStream {
public:
    void feed(std::string_view bytes);
    /// The next message, if it is there wholly. Throws WireError; the stream is of no use after that.
    [[nodiscard]] std::optional<Message> next();

private:
    std::string bytes_;
    std::size_t read_ = 0;
};

} // namespace kompass::read
