#include "repair/damage.h"

#include <algorithm>

namespace kompass::repair {

double damage_of(const DamageEvidence& evidence) {
    constexpr double lost_before = 0.02; // what is believed before anything is seen
    constexpr double words_before = 1;
    constexpr double least = 0.0005;
    constexpr double most = 0.985;
    const double lost = static_cast<double>(evidence.lost) + lost_before;
    const double words = static_cast<double>(evidence.kept + evidence.lost) + words_before;
    return std::clamp(lost / words, least, most);
}

} // namespace kompass::repair
