// Reading sources in worker processes, as the settings want it: how many at once, what is kept where.
//
// Documents come in the order of the files, whatever the number of jobs; one that could not be read has an
// error among its troubles. If what OCR read cannot be kept, a remark says so at the end.
#pragma once

#include "cli/command.h"
#include "model/document.h"
#include "read/kept/ocr_store.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace kompass::cli {

/// What becomes of pages that need OCR. What was read before is used and what is read is kept, in `archive`
/// if there is one and in the cache folder, unless the settings say no.
struct Ocr {
    bool only_kept = false;            ///< pages never read before come without words
    read::OcrStore* archive = nullptr; ///< not owned
};

using OnSource = std::function<void(const std::filesystem::path& file, const Document& document)>;
/// So many pages are read, of so many.
using OnPage = std::function<void(const std::filesystem::path& file, int page, int of)>;

void read_sources(const std::vector<std::filesystem::path>& files, const Context& context, const Ocr& ocr,
                  const OnSource& on_source, const OnPage& on_page = {});

/// Tells a document's troubles: errors always, warnings as remarks. True if it could be read.
bool tell_troubles(const Document& document, Talk& talk);

} // namespace kompass::cli
