#include "account/words_in_doubt.h"

#include <fmt/format.h>

#include <algorithm>

namespace kompass::account {

std::string word_in_doubt(const Sight& sight, PartKind kind, int area) {
    const auto& words = sight.held.words;
    const auto found = std::find_if(words.begin(), words.end(), [&](const HeldWord& held) {
        if (held.word == nullptr || !held.word->in_doubt || held.holder == kNowhere) return false;
        const auto& claim = sight.claims[held.holder];
        return claim.use == Use::claimed && claim.part == kind && claim.area == area;
    });
    if (found == words.end()) return {};
    return fmt::format("\"{}\" may be misread: OCR was unsure of it, and no dictionary knows it",
                       found->word->text);
}

} // namespace kompass::account
