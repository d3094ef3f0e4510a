// What the readers of one kind of source share, inside the stage: how they tell of their progress.
//
// A worker process needs to know more than read_document's callers: it passes on a source's identity before
// the (foreign) parser starts and each page with its troubles when it is done, so that nothing is lost if the
// parser takes the process with it.
#pragma once

#include "model/document.h"
#include "read/reader.h"

#include <functional>
#include <string>

namespace kompass::read {

/// Each may be empty. `document` is what has been read so far; the page just read is its last.
struct ReadEvents {
    std::function<void(const Document& document)> identified; ///< file, hash and kind are known
    std::function<void(int pages)> opened;                    ///< how many pages the source has
    std::function<void(const Document& document, int pages)> page_read;
};

[[nodiscard]] Document read_reporting(const std::filesystem::path& file, const ReadOptions& options,
                                      const ReadEvents& events);

/// Adds a trouble with the source; page 0: with the file as a whole.
void add_trouble(Document& document, Severity severity, std::string code, std::string message, int page = 0);

/// True if the document cannot be taken.
[[nodiscard]] bool has_error(const Document& document);

/// Adds the page and tells of it.
void add_page(Document& document, Page page, int pages, const ReadEvents& events);

/// True, and an error "too-many-pages" added, if the source has more pages than the options allow.
[[nodiscard]] bool refuse_too_many_pages(Document& document, int pages, const ReadOptions& options);

/// Adds an error if no page gave any text and none is to be read by OCR: "no-text", or "no-page-read" where
/// pages failed. For documents whose pages are all there.
void refuse_textless(Document& document);

} // namespace kompass::read
