// A page's words in the order of print, for those who write them out: words in lines, lines in blocks.
//
// Who makes it knows what a line is (layout does); the writers (alto.h, hocr.h) know how to say it. Plain
// values; neither lines nor blocks are empty.
#pragma once

#include "model/document.h"
#include "model/place.h"

#include <vector>

namespace kompass::publish {

using PrintedLine = std::vector<Word>; ///< left to right
using PrintedBlock = std::vector<PrintedLine>;

/// What stands on one page of a document.
using PrintedPage = std::vector<PrintedBlock>;

[[nodiscard]] inline Box box_of(const PrintedLine& line) {
    Box box = line.front().box;
    for (const auto& word : line)
        box = box.united(word.box);
    return box;
}

[[nodiscard]] inline Box box_of(const PrintedBlock& block) {
    Box box = box_of(block.front());
    for (const auto& line : block)
        box = box.united(box_of(line));
    return box;
}

} // namespace kompass::publish
