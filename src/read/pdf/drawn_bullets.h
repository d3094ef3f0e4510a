// Bullets that are drawn and no letters: browsers print the dots of lists so.
//
// Where several lines of a page begin at one indent with nothing before them, a small mark may be drawn
// there; it is looked for on a small grey image of the page, which is drawn only then. Pure; thread safe.
#pragma once

#include "model/document.h"
#include "read/pdf/poppler.h"

#include <vector>

namespace kompass::read {

/// First words of lines before which a drawn bullet may stand, in order; most pages have none.
[[nodiscard]] std::vector<Word> indented_starts(const Page& page);

/// The marks before those words of the page, as words "•" of their type. `drawn`: the page at ink_resolution.
[[nodiscard]] std::vector<Word> drawn_bullets(const std::vector<Word>& starts, const Page& page,
                                              const DrawnPage& drawn);

} // namespace kompass::read
