// Ink that stands as text does and of which no word was read.
//
// Tesseract leaves out a column of figures or a line here and there when it looks for the columns of a whole
// page. What it left has the height of the page's letters and stands beside words that were read, or between
// their lines; it is read anew, each piece by itself. Figures are taken where others stand above or below
// them: a lone stroke may be what is left of a rule. One thread at a time.
#pragma once

#include "read/image/text_image.h"
#include "read/ocr/figure_reader.h"
#include "read/ocr/type_facts.h"

#include <vector>

namespace kompass::read {

/// Where such ink stands, outside `known`. `words`: of the page, all with the boxes of their ink.
[[nodiscard]] std::vector<PixelBox> lost_ink(const CleanPage& page, const std::vector<SeenWord>& words,
                                             const std::vector<PixelBox>& known);

/// What was read of it: figures, with their further readings, and words.
struct FoundAgain {
    std::vector<SeenWord> figures;
    std::vector<ReadWord> words;
};

[[nodiscard]] FoundAgain read_lost_ink(const CleanPage& page, const std::vector<PixelBox>& lost,
                                       const std::vector<SeenWord>& words, const TextImage& text,
                                       FigureReader& figures, TextReader& swedish);

} // namespace kompass::read
