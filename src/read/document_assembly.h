// One document being put together from what workers send, whatever becomes of them.
//
// Each page of the source ends up in the document, read or failed, in order and once. A message that does not
// fit what went before throws WireError: the worker is not to be trusted any more. Plain value.
#pragma once

#include "model/document.h"
#include "read/document_wire.h"

#include <filesystem>
#include <string>

namespace kompass::read {

/// Why a worker was lost.
struct Loss {
    enum class Kind { crashed, stalled, out_of_memory };
    Kind kind = Kind::crashed;
    std::string what; ///< "the reader was killed by signal 11 (Segmentation fault)"
};

class DocumentAssembly {
public:
    /// Given up when more than `failed_pages_limit` workers were lost over it.
    DocumentAssembly(std::filesystem::path file, int failed_pages_limit);

    /// What a worker is to read next: all, or the pages after a lost one.
    [[nodiscard]] Request request(int max_pages) const;
    /// Takes a worker's answer. Throws WireError if it makes no sense here.
    void accept(Message message);
    /// The page being read failed with its worker: noted in the document, which goes on after it. A worker
    /// lost before it knew the file's hash costs a try and no page.
    void lose_worker(const Loss& loss);
    /// Ends the document with an error.
    void refuse(std::string code, std::string message);

    [[nodiscard]] bool complete() const { return complete_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    [[nodiscard]] int pages() const { return pages_; } ///< 0 until the source was opened
    [[nodiscard]] int pages_read() const { return static_cast<int>(document_.pages.size()); }
    /// The document, once it is complete.
    [[nodiscard]] Document take() && { return std::move(document_); }

private:
    [[noreturn]] static void take_message(const Ready& ready);
    [[noreturn]] static void take_message(const Request& request);
    void take_message(Identified identified);
    void take_message(const Opened& opened);
    void take_message(PageRead read);
    void take_message(Finished finished);
    void add_failed_page(const Loss& loss);
    void complete_after_losses();

    std::filesystem::path file_;
    int failed_pages_limit_;
    Document document_;
    int pages_ = 0;
    int lost_ = 0;
    bool complete_ = false;
};

} // namespace kompass::read
