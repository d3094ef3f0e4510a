// What the parent and a worker say to each other.
//
// A message is a frame: its length (32 bits), its type (8 bits), its fields (codec.h). What comes from a
// worker is not trusted; a frame that makes no sense is a WireError. Pure values; thread safe as such.
#pragma once

#include "model/document.h"
#include "read/attachment.h"
#include "read/work/codec.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kompass::read {

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

/// Parent to worker: draw these parts of a page. Answered by one PicturesDrawn.
struct PicturesRequest {
    std::string file;
    std::string sha256;
    int page = 1;
    std::vector<Box> bands; ///< points; what lies outside the page is left out
    double dpi = 0;
    std::vector<Box> words{}; ///< of a page that OCR read, in points of the page as it was read (as_read.h)
};

/// Parent to worker: take out the PDFs that this one carries. Answered by one AttachmentsFound.
struct AttachmentsRequest {
    std::string file;
};

/// Parent to worker: do this, of which only those who make workers know what it is (worker.h). Answered by
/// one TaskDone or TaskRefused.
struct TaskRequest {
    std::string task;
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

/// A part of a page.
struct Picture {
    std::string png;           ///< empty if it cannot be drawn
    int width = 0, height = 0; ///< pixels
    Box band;                  ///< what of the page is shown
};

/// As many as were asked for, in that order.
struct PicturesDrawn {
    std::vector<Picture> pictures;
};

struct AttachmentsFound {
    std::vector<Attachment> attachments;
};

struct TaskDone {
    std::string outcome;
};

/// No such task can be done by this worker or any other.
struct TaskRefused {
    std::string why;
};

using Message =
    std::variant<Ready, Request, PageRequest, PicturesRequest, TaskRequest, Identified, Opened, PageRead,
                 Finished, PicturesDrawn, TaskDone, TaskRefused, AttachmentsRequest, AttachmentsFound>;

/// Throws WireError if a value is longer than can be sent.
[[nodiscard]] std::string encode(const Message& message);

/// Cuts a stream of bytes into messages.
class MessageStream {
public:
    /// No answer comes near; a worker that announces more has gone astray.
    static constexpr WireLength longest_answer = 256U << 20;
    /// A request is as long as the document it hands over, which is never more than a worker's memory.
    static constexpr WireLength longest_request = 1U << 30;

    explicit MessageStream(WireLength longest = longest_answer) : longest_(longest) {}

    void feed(std::string_view bytes);
    /// The next message, if it is there wholly. Throws WireError; the stream is of no use after that.
    [[nodiscard]] std::optional<Message> next();

private:
    WireLength longest_;
    std::string bytes_;
    std::size_t read_ = 0;
};

} // namespace kompass::read
