// What layout must be told of the reports' words, from the rules.
#pragma once

#include "layout/hints.h"
#include "rules/rule_set.h"

namespace kompass::pipeline {

/// Refers to `rules`, which must outlive the hints. One document and one thread at a time: answers are kept.
[[nodiscard]] layout::Hints hints_from(const rules::RuleSet& rules);

} // namespace kompass::pipeline
