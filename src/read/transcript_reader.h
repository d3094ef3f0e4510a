// Transcripts: text files, taken line by line as they are.
//
// A page ends at a form feed, wherever it stands, or before a line that begins with exactly one blank (the
// rest of that line is the new page's first line). A break at the file's very beginning makes no empty page
// before it; two breaks in a row have an empty page between them. Lines end with LF or CRLF and lose that
// end; tabs and the HTML in table cells stay for layout; elsewhere a line ends at
// "<br />", too, and tags of emphasis go. UTF-8 that was read as Windows-1252 before it was
// written is made right, with the note "misread-encoding".
#pragma once

#include "model/document.h"
#include "read/reading.h"

#include <string_view>
#include <vector>

namespace kompass::read {

/// All pages of a text (valid UTF-8 without byte order mark). Pure; thread safe.
[[nodiscard]] std::vector<Page> transcript_pages(std::string_view text);

/// Adds the pages of a file's text, a byte order mark left out, from options.first_page on to `document`, and
/// its troubles.
void read_transcript(std::string_view text, const ReadOptions& options, const ReadEvents& events,
                     Document& document);

} // namespace kompass::read
