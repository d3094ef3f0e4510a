// Whom a report is about: a municipality of the register, or a city district, region or county council.
//
// Cover, chapters' titles and the sentence that says when are witnesses. A body that is no municipality is
// kept as printed, without a code, and told; so is a municipality that no register knows, which is doubtful
// besides. Where witnesses name different bodies the record names the municipality doubtful and tells who
// names which. What the file says of itself is a weak witness: titles are left over from templates.
#pragma once

#include "extractors/cover.h"
#include "model/block.h"
#include "model/document.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <string_view>

namespace kompass {

/// `front` is the front without its evaluators, whose employers are no witnesses; `places` those of its
/// lines.
void find_body(std::string_view front, const FrontPlaces& places, const Blocks& blocks,
               const Document& document, const rules::Knowledge& knowledge, Record& record);

} // namespace kompass
