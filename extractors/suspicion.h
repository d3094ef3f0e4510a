// Which figures are doubtful because the arithmetic does not confirm them.
//
// In a born-digital report an inconsistency is what was published: it is flagged, and the figures stand. Text
// that an OCR damaged (it lost å ä ö) may have lost or misread figures too: there a row that contradicts
// itself, or else every row of an area whose sum fails, is doubtful. And wherever a row of a score table is
// missing, the figures beside it may have slipped: they are doubtful unless the sum confirms them.
#pragma once

#include "model/document.h"
#include "model/record.h"

namespace kompass {

/// True if the text has far fewer å ä ö than Swedish has (about 5 % of the letters).
[[nodiscard]] bool is_damaged_text(const Document& document);

/// True if OCR read any page: it may have misread a figure as any other.
[[nodiscard]] bool was_scanned(const Document& document);

/// Names figures doubtful, by the record's audit findings, and adds a Trouble for each gap in the numbering.
void doubt_unconfirmed(Record& record, bool damaged);

} // namespace kompass
