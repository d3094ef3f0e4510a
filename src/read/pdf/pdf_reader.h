// From a PDF to pages: what Poppler paints (poppler.h), judged by its looks and by the ink.
//
// Words come with boxes in points from the top left corner of the page as a reader holds it: of the crop box,
// turned as the page says and, where most of its text lies on its side, turned upright. What stands on a page
// and is no text of it (looks.h) is kept apart. Pages without words come out as empty or, where something is
// drawn, as pages for OCR; so do pages whose pictures hold print, with the words that stand outside them.
// Whether the words of others are good is for triage to say.
// Troubles: "damaged-pdf", "encrypted-pdf", "too-many-pages" (errors); "page-unreadable", "page-damaged",
// "partly-painted-over" (warnings); "pdf-damage" (a note holding the first things that Poppler complained
// of), "words-apart" (what was not taken for text), "embedded-files". One thread at a time (Poppler).
#pragma once

#include "model/document.h"
#include "read/attachment.h"
#include "read/pdf/poppler.h"
#include "read/reading.h"

#include <functional>
#include <string_view>
#include <vector>

namespace kompass::read {

/// Adds the pages from options.first_page on to `document`, and its troubles.
void read_pdf(std::string_view bytes, const ReadOptions& options, const ReadEvents& events,
              Document& document);

/// The PDFs that it carries, by name.
[[nodiscard]] std::vector<Attachment> attached_pdfs(std::string_view bytes);

/// Draws page `number` (1 is the first), upright, at the resolution that `choose_dpi` gives for its size in
/// points.
[[nodiscard]] DrawnPage draw_pdf_page(std::string_view bytes, int number,
                                      const std::function<double(double width, double height)>& choose_dpi);

/// False if the file's end is not the end of a PDF: it was cut off on its way. Poppler would mend such a file
/// silently and give the pages that are left. What mail and web servers add behind the end does no harm.
[[nodiscard]] bool is_whole_pdf(std::string_view bytes);

} // namespace kompass::read
