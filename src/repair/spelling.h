// How a candidate is written in place of the seen word: its capitals. Pure; thread safe.
#pragma once

#include "repair/candidates.h"

#include <string>
#include <string_view>

namespace kompass::repair {

/// The candidate's letters with the seen word's capitals. A sign that a first letter was read from has no
/// case: the letter is a capital at the beginning of a sentence, or where the sign is that of an I or L.
[[nodiscard]] std::u32string with_capitals(const Candidate& candidate, std::u32string_view seen,
                                           bool begins_sentence);

} // namespace kompass::repair
