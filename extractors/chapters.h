// What a report says outside its eight areas: introduction, summary, method, "Kommunens styrkor",
// conclusions.
//
// Every heading between the areas' texts begins a chapter, of whatever level: kompass does not judge which
// heading is of which. Its text are the paragraphs and the items of lists below it. Tables, captions, running
// heads, lists of contents, key facts that the record has already, and words that make no sentence (debris of
// charts) are none, nor is a cover: all before the first sentence. A heading without text of its own is kept
// where that of its first section stands right below it. Pure.
#pragma once

#include "extractors/outline.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <vector>

namespace kompass {

/// In reading order. `spans` are the areas' texts; `facts` the record's key facts.
[[nodiscard]] std::vector<Chapter>
extract_chapters(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                 const std::vector<std::pair<std::string, std::string>>& facts,
                 const rules::Knowledge& knowledge);

} // namespace kompass
