// Which of two items of lists stands further out on the page.
//
// Pure and thread safe.
#pragma once

#include "model/block.h"

namespace kompass {

/// `item` begins further left than `inner`, by more than edges that are meant as one differ: what holds
/// `inner` may hold `item`'s list, but not the other way round. False where a text has no place on the page.
[[nodiscard]] bool stands_outside(const Block& item, const Block& inner);

} // namespace kompass
