// Which figures are doubtful because the arithmetic does not confirm them.
//
// In a born-digital report an inconsistency is what was published: it is flagged, and the figures stand. What
// an OCR read (now, or whoever made a transcript that lost its å ä ö) may be misread: where the settlement
// (audit/settlement.h) finds nothing that explains an area, a row that contradicts itself is doubtful, or
// else every row of it. And wherever a row of a score table is missing, the figures beside it may have
// slipped: they are doubtful unless the sum confirms them.
#pragma once

#include "model/document.h"
#include "model/record.h"

#include <set>

namespace kompass::audit {

/// The pages whose figures may be misread: those that OCR read, or every page of a text that another OCR
/// left.
[[nodiscard]] std::set<int> pages_read_by_ocr(const Document& document);

/// True if the text has lost its å ä ö (text/lost_spelling.h).
[[nodiscard]] bool is_damaged_text(const Document& document);

/// Names figures doubtful, by the record's audit findings, and adds a Trouble for each gap in the numbering.
/// `unexplained` are the areas that OCR read and that no likely misreading makes hold.
void doubt_unconfirmed(Record& record, const std::set<int>& unexplained);

} // namespace kompass::audit
