// From a source file to pages: Poppler for PDFs, the transcript reader for text.
//
// The kind is told from the content, not from the name. Every trouble (empty file, truncated or encrypted
// PDF, no text, invalid UTF-8, too many pages) is a Trouble in the document; nothing here throws for a bad
// file. Pages that need OCR are told and left without words (triage.h: awaits_ocr). This is the work itself,
// in this process; the reader pool runs it, and OCR, in worker processes under limits.
#pragma once

#include "model/document.h"

#include <filesystem>
#include <functional>

namespace kompass::read {

struct ReadOptions {
    int max_pages = 2000;
    int first_page = 1; ///< earlier pages are left out: a worker that was restarted goes on here
};

/// `on_page` is called after each page, with its number and how many there are; a worker reports progress so.
using OnPage = std::function<void(const Page& page, int of)>;

/// Reads the whole file, or says in its troubles why not.
[[nodiscard]] Document read_document(const std::filesystem::path& file, const ReadOptions& options,
                                     const OnPage& on_page = {});

} // namespace kompass::read
