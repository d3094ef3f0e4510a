// What speaks against a text as it stands in the record: signs that it was cut, run together with its
// neighbour, or took up what is no part of it.
//
// Each function gives what is wrong in a phrase for people, or nothing. Pure and thread safe.
#pragma once

#include "model/record.h"
#include "rules/edition.h"
#include "rules/rule_set.h"

#include <string>
#include <string_view>
#include <vector>

namespace kompass::account {

constexpr std::size_t kLongestItem = 45; ///< words; the longest item known has 32

/// Of a list of findings, in order.
[[nodiscard]] std::string fault_of_list(const std::vector<Finding>& list, const rules::RuleSet& rules);

/// Of the headings of a points box.
[[nodiscard]] std::string fault_of_headings(const std::vector<std::string>& headings,
                                            const rules::RuleSet& rules);

/// Of a question's text, by the wordings that editions know for its number and by its neighbours: where most
/// questions end with a question mark, one that an edition does not know should.
[[nodiscard]] std::string fault_of_question(const Question& question, const rules::Editions& editions,
                                            bool most_are_marked);

} // namespace kompass::account
