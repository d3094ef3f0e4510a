// Numbers of thousands whose narrow blank Tesseract overlooks: "27 551" read as "27551".
//
// The blank is wider than any other gap between the number's digits, and stands where thousands part. Pure.
#pragma once

#include "read/image/clean_page.h"
#include "read/ocr/tesseract.h"

#include <vector>

namespace kompass::read {

/// The word, or its groups of digits from left to right.
[[nodiscard]] std::vector<ReadWord> digit_groups(const CleanPage& page, const ReadWord& word);

} // namespace kompass::read
