// Reading sources in worker processes, as the settings want it: how many at once, which cache.
//
// Documents come in the order of the files, whatever the number of jobs; one that could not be read has an
// error among its troubles. If what OCR read cannot be kept, a remark says so at the end.
#pragma once

#include "cli/command.h"
#include "model/document.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace kompass::cli {

enum class Ocr {
    where_needed,
    if_kept, ///< only what the cache has; other pages that need it come without words
};

using OnSource = std::function<void(const std::filesystem::path& file, const Document& document)>;
/// So many pages are read, of so many.
using OnPage = std::function<void(const std::filesystem::path& file, int page, int of)>;

void read_sources(const std::vector<std::filesystem::path>& files, const Context& context, Ocr ocr,
                  const OnSource& on_source, const OnPage& on_page = {});

/// Tells a document's troubles: errors always, warnings as remarks. True if it could be read.
bool tell_troubles(const Document& document, Talk& talk);

} // namespace kompass::cli
