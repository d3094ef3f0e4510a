// What stands on every page beside the text: running head, foot, page number, watermark.
#pragma once

#include "setting.h"

namespace typesetter {

/// `pages`: how many there are in all.
Press::Furniture furniture(const Record& record, const Traits& traits, const Dress& dress, std::uint64_t seed,
                           int pages);
Press::Furniture backdrop(const Traits& traits, const Dress& dress);

} // namespace typesetter
