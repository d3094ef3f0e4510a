// Which questions of two editions may be the same, by how they are worded: what a person then accepts or not
// (concordance.h).
//
// The measure is plain: of two questions the two wordings that read most alike, from 0 to 1
// (text/likeness.h). Two questions are proposed where each is the other's likest and that is as alike as
// rewordings within one edition are. Numbers, areas and maxima are no part of it: they are told beside it.
// Pure.
#pragma once

#include "rules/edition.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::rules {

/// From this likeness on, two texts are one question put in other words.
inline constexpr double same_question = 0.75;

struct LikelySame {
    const QuestionDefinition* from = nullptr; ///< of the older edition; null: `to` is like none
    const QuestionDefinition* to = nullptr;   ///< of the newer; null: `from` is like none
    std::string from_wording, to_wording;     ///< those that read most alike, else the usual one
    double likeness = 0;                      ///< of those; of a question that is like none 0
};

/// Pairs in the order of the newer edition, then its questions that are like none, then the older one's.
[[nodiscard]] std::vector<LikelySame> likely_same(const Edition& older, const Edition& newer);

} // namespace kompass::rules
