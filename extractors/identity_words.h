// Numbers and words of lists as they are read in sentences. Pure.
#pragma once

#include "rules/rule_set.h"

#include <optional>
#include <string_view>

namespace kompass {

/// Of at most four digits; nullopt if anything else stands there.
[[nodiscard]] std::optional<int> whole_number(std::string_view digits);

/// The place (1 is the first) of the list's word that reads most like `word`, if any does.
[[nodiscard]] std::optional<int> place_in_list(const rules::RuleSet& rules, std::string_view list,
                                               std::string_view word);

} // namespace kompass
