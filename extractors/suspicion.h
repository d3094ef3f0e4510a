// Text that an OCR damaged (it lost å ä ö): its figures may be misread too, so a row that contradicts itself
// is doubtful there, while in a born-digital report it is what was published.
#pragma once

#include "model/document.h"
#include "model/record.h"

namespace kompass {

/// True if the text has far fewer å ä ö than Swedish has (about 5 % of the letters).
[[nodiscard]] bool is_damaged_text(const Document& document);

/// Names the fields of rows that the audit found inconsistent doubtful.
void doubt_contradictory_rows(Record& record);

} // namespace kompass
