// Words of scans that OCR was unsure of and that neither lexicon nor dictionary knows: most of them are
// misread, so what they stand in is damaged. Names are as often right as other words are wrong; role models
// are told by the register of municipalities. Pure and thread safe.
#pragma once

#include "account/survey.h"

#include <string>

namespace kompass::account {

/// The first of them in a value of the area's part, with what speaks against it; empty if there is none.
[[nodiscard]] std::string word_in_doubt(const Sight& sight, PartKind kind, int area);

} // namespace kompass::account
