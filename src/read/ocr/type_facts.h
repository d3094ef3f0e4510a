// What a text layer knows and OCR does not say: where a word's baseline is, how large and how bold it is set.
//
// All is measured on the ink: the height of capitals and of small letters, the width of strokes. Words of a
// line share their size, and sizes that differ by no more than the measuring does are made one over the page,
// so that layout finds body text and headings as in a born-digital report. Pure.
#pragma once

#include "model/document.h"
#include "read/image/clean_page.h"
#include "read/ocr/tesseract.h"

#include <string>
#include <vector>

namespace kompass::read {

/// A word on the page's image, from whichever reading.
struct SeenWord {
    ReadWord read; ///< words with the same `line` are set alike
    std::vector<std::string> readings;
};

/// The words in points, with boxes as tall as type is, sizes and weights.
[[nodiscard]] std::vector<Word> with_type_facts(const CleanPage& page, const std::vector<SeenWord>& words);

} // namespace kompass::read
