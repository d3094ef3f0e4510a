// Sentences that are kept in English, told again in the language that is spoken.
//
// What the stages to the left say of a document (why a part is missing, why a figure was repaired, what went
// wrong) is stored, logged and exported, and is English for all. po/kept.txt lists such sentences, and the
// catalogue has them. Where people are shown one, `retold` finds what it was made of, and sets what stands in
// the place of the arguments into the translation; an argument that is such a sentence, or a list of them, is
// retold, too, unless it is cited ("…"). Of several that fit, the one that explains most counts. What is of
// none, or of none for the greater part, stays as it is: half a sentence in each language would help nobody.
//
// Pure; thread safe.
#pragma once

#include <string>
#include <string_view>

namespace kompass::text {

[[nodiscard]] std::string retold(std::string_view sentence);

} // namespace kompass::text
