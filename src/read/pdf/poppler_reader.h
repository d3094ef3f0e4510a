// PDFs by Poppler: the only place that includes it.
//
// Words come with boxes in points from the top left corner of the page as it is shown (crop box, turned), so
// that y grows downwards whatever the page's own rotation. Glyphs that say nothing of their own are written
// as what they show: ligatures as letters, soft and fixed hyphens as "-", the bullets of Word's symbol fonts
// as • ▪ ➢. Pages without words come out as empty or, where something is drawn, as pages for OCR; whether the
// words of others are good is for triage to say.
// Troubles: "damaged-pdf", "encrypted-pdf", "too-many-pages" (errors); "page-unreadable", "page-damaged"
// (warnings); "pdf-damage" (a note holding the first things that Poppler complained of). One thread at a
// time: Poppler's messages go through a global.
#pragma once

#include "model/document.h"
#include "read/reading.h"

#include <functional>
#include <string>
#include <string_view>

namespace kompass::read {

/// Adds the pages from options.first_page on to `document`, and its troubles.
void read_pdf(std::string_view bytes, const ReadOptions& options, const ReadEvents& events,
              Document& document);

/// A page as it is shown, drawn in gray: one byte a pixel, 0 is black.
struct DrawnPage {
    std::string gray;
    int width = 0, height = 0, bytes_per_row = 0; ///< pixels; 0 where the page cannot be drawn
    double page_width = 0, page_height = 0;       ///< points; known even then
};

/// Draws page `number` (1 is the first) at the resolution that `choose_dpi` gives for its size in points.
[[nodiscard]] DrawnPage draw_pdf_page(std::string_view bytes, int number,
                                      const std::function<double(double width, double height)>& choose_dpi);

/// False if the file's end is not the end of a PDF: it was cut off on its way. Poppler would mend such a file
/// silently and give the pages that are left.
[[nodiscard]] bool is_whole_pdf(std::string_view bytes);

/// The version of the Poppler library in use.
[[nodiscard]] std::string poppler_version();

} // namespace kompass::read
