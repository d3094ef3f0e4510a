// PDFs by Poppler: the only place that includes it.
//
// Words come with boxes in points from the top left corner of the page as it is shown (crop box, turned), so
// that y grows downwards whatever the page's own rotation. Glyphs that say nothing of their own are written
// as what they show: ligatures as letters, soft and fixed hyphens as "-", the bullets of Word's symbol fonts
// as • ▪ ➢. A text layer whose letters lack å ä ö is taken but gets a warning "suspect-text-layer".
// Troubles: "damaged-pdf", "encrypted-pdf", "too-many-pages" (errors); "page-unreadable", "page-damaged"
// (warnings); "pdf-damage" (a note holding the first things that Poppler complained of). One thread at a
// time: Poppler's messages go through a global.
#pragma once

#include "model/document.h"
#include "read/reading.h"

#include <string>
#include <string_view>

namespace kompass::read {

/// Adds the pages from options.first_page on to `document`, and its troubles.
void read_pdf(std::string_view bytes, const ReadOptions& options, const ReadEvents& events,
              Document& document);

/// False if the file's end is not the end of a PDF: it was cut off on its way. Poppler would mend such a file
/// silently and give the pages that are left.
[[nodiscard]] bool is_whole_pdf(std::string_view bytes);

/// The version of the Poppler library in use.
[[nodiscard]] std::string poppler_version();

} // namespace kompass::read
