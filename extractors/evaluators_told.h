// Who made the evaluation, as running text tells it: "Utvärderare var Anna Berg från SKL och Per Ek", "Anna
// Berg och Per Ek har genomfört utvärderingen".
//
// Reports tell of earlier evaluations in the same words: a sentence that says so, or names another year, is
// passed over. Pure.
#pragma once

#include "extractors/evaluators.h"
#include "extractors/witnesses.h"
#include "model/block.h"
#include "rules/knowledge.h"

#include <optional>
#include <vector>

namespace kompass {

struct ToldPerson {
    Person person;
    Heard where{}; ///< the sentence's rule, and its paragraph
};

/// Each person once, in the order of the text. `year` is that of the evaluation.
[[nodiscard]] std::vector<ToldPerson> told_evaluators(const Blocks& blocks, std::optional<int> year,
                                                      const rules::Knowledge& knowledge);

/// Those whom a sentence names that speaks of evaluating, in words that no rule knows: two persons or more,
/// or one of the association. They may be anybody.
[[nodiscard]] std::vector<Person> perhaps_evaluators(const Blocks& blocks, std::optional<int> year,
                                                     const rules::Knowledge& knowledge);

/// How many evaluators the text says there were; the first figure counts.
[[nodiscard]] std::optional<int> told_number(const Blocks& blocks, const rules::RuleSet& rules);

} // namespace kompass
