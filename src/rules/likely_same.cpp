#include "rules/likely_same.h"

#include "text/likeness.h"

#include <algorithm>
#include <cstddef>

namespace kompass::rules {
namespace {

std::vector<const QuestionDefinition*> questions_of(const Edition& edition) {
    std::vector<const QuestionDefinition*> questions;
    for (const auto& area : edition.areas)
        for (const auto& question : area.questions)
            if (!question.wordings.empty()) questions.push_back(&question);
    return questions;
}

LikelySame compared(const QuestionDefinition& from, const QuestionDefinition& to) {
    LikelySame pair{&from, &to, "", "", -1};
    for (const auto& one : from.wordings)
        for (const auto& other : to.wordings)
            if (const double likeness = text::likeness(one, other); likeness > pair.likeness) {
                pair.from_wording = one;
                pair.to_wording = other;
                pair.likeness = likeness;
            }
    return pair;
}

} // namespace

std::vector<LikelySame> likely_same(const Edition& older, const Edition& newer) {
    const auto from = questions_of(older);
    const auto to = questions_of(newer);
    std::vector<std::vector<LikelySame>> all; // by `to`, then `from`
    for (const auto* question : to) {
        auto& row = all.emplace_back();
        for (const auto* one : from)
            row.push_back(compared(*one, *question));
    }
    const auto is_likest = [&](std::size_t t, std::size_t f) {
        const double likeness = all[t][f].likeness;
        const auto likelier = [&](const LikelySame& other) { return other.likeness > likeness; };
        return likeness >= same_question && std::none_of(all[t].begin(), all[t].end(), likelier) &&
               std::none_of(all.begin(), all.end(), [&](const auto& row) { return likelier(row[f]); });
    };
    std::vector<LikelySame> found;
    std::vector<bool> met_from(from.size());
    std::vector<bool> met_to(to.size());
    for (std::size_t t = 0; t < to.size(); ++t)
        for (std::size_t f = 0; f < from.size(); ++f)
            if (!met_to[t] && !met_from[f] && is_likest(t, f)) {
                found.push_back(all[t][f]);
                met_to[t] = met_from[f] = true;
            }
    for (std::size_t t = 0; t < to.size(); ++t)
        if (!met_to[t]) found.push_back({nullptr, to[t], "", to[t]->wordings.front(), 0});
    for (std::size_t f = 0; f < from.size(); ++f)
        if (!met_from[f]) found.push_back({from[f], nullptr, from[f]->wordings.front(), "", 0});
    return found;
}

} // namespace kompass::rules
