// Documents damaged on purpose, one thing at a time, and what a record says of it.
//
// The damages are done to the words that were read: a page left out, doubled or swapped with the next; a
// heading, list, table, row or cell whose words are gone, or a heading that reads otherwise. A part of the
// record that then differs, and is neither told damaged or missing nor doubtful, was lost in silence.
#pragma once

#include "model/block.h"
#include "model/document.h"
#include "model/record.h"

#include <string>
#include <vector>

namespace kompass::testing {

struct Damage {
    std::string name; ///< "page 3 left out", "heading renamed: Styrkor"
    Document document;
};

/// Every damage of the document, which was laid out as `blocks`. Only for documents with boxes.
[[nodiscard]] std::vector<Damage> damages(const Document& document, const Blocks& blocks);

/// The parts that differ from those of the undamaged record and of which nothing says so: "strengths of area
/// 3".
[[nodiscard]] std::vector<std::string> silent_losses(const Record& whole, const Record& damaged);

} // namespace kompass::testing
