// Who was evaluated, when, for which time, by whom: from the cover, the headings, the pages' heads, the
// sentence "Utvärderingen av … genomfördes i …", and, weakly, what the file says of itself.
#pragma once

#include "model/block.h"
#include "model/document.h"
#include "model/record.h"
#include "rules/knowledge.h"

namespace kompass {

/// Fills municipality, year, month, ordinal, interviewees, evaluators, their details and document_date of
/// `record`. Where what is said of one of them differs or may be cut, the record names it doubtful and tells
/// the candidates.
void extract_identity(const Document& document, const Blocks& blocks, const rules::Knowledge& knowledge,
                      Record& record);

} // namespace kompass
