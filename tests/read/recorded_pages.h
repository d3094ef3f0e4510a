// Pages that OCR once read, recorded, so that what comes after OCR is tested without it.
//
// The pages 1, 5 and 11 of corpus/pdf/almvik-2014.pdf, drawn and read as if they were scans: the title, an
// area with its points box, two score tables. They are pages 1 to 3 of a report made of them alone. Files in
// tests/read/recorded, one word a line; UPDATE_GOLDEN=1 records them anew (recorded_pages_test.cpp).
#pragma once

#include "model/document.h"

#include <array>
#include <filesystem>

namespace kompass::read::tests {

/// Where the recorded pages stand in the corpus.
inline constexpr std::array recorded_from = {1, 5, 11};

/// Page 1 to 3. Throws std::runtime_error if there is no such recording.
[[nodiscard]] Page recorded_page(int number);
void record_page(const Page& page);

} // namespace kompass::read::tests
