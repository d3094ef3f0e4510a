// How much of the Swedish letters a text has lost: what decides whether "for" may be "för".
//
// Told by words: one with å ä ö in it has kept them; one that is no word as it stands, but is with å ä ö, has
// lost them. A text of a few words has little to tell, so it is taken for undamaged as far as nothing speaks
// against it.
#pragma once

#include <cstddef>

namespace kompass::repair {

struct DamageEvidence {
    std::size_t kept = 0, lost = 0; ///< words
};

/// The share of å ä ö that is lost, above 0 and below 1.
[[nodiscard]] double damage_of(const DamageEvidence& evidence);

} // namespace kompass::repair
