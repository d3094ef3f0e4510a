// A record set as a report, whole, on sheets of any kind.
//
// It is set twice or three times: into the air, until the number of pages and the list of contents are known,
// then on the sheets. Throws what the sheets throw.
#pragma once

#include "record.h"
#include "sheets.h"
#include "traits.h"

#include <cstdint>

namespace typesetter {

/// `record` is what the layout shows (as_printed). Returns the number of pages.
int set_report(const Record& record, const Traits& traits, std::uint64_t seed, Sheets& sheets);

} // namespace typesetter
