// Why a document of which no score table was understood may be so: what is seen of its words.
//
// Pure and thread safe.
#pragma once

#include "model/document.h"
#include "rules/rule_set.h"

#include <string>

namespace kompass::account {

/// What was seen and what to do, for people: "the text of pages 3–5 lies on its side; turn them and …". Empty
/// if nothing out of the way was seen.
[[nodiscard]] std::string seen_cause(const Document& document, const rules::RuleSet& rules);

} // namespace kompass::account
