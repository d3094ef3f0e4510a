// What heads the topics of an area ("Rubriker"): by the rules' wordings, and by what the report itself does.
//
// A report describes its areas alike: the head of a short list that comes first in half of them or more,
// before their prose, heads their topics, though no rule knows it. Immutable once made; thread safe.
#pragma once

#include "extractors/finding_heads.h"
#include "extractors/outline.h"
#include "model/block.h"
#include "rules/rule_set.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kompass {

/// Holds a reference to the rules.
class TopicHeads {
public:
    TopicHeads(const Blocks& blocks, const std::vector<AreaSpan>& spans, const FindingHeads& findings,
               const rules::RuleSet& rules);

    [[nodiscard]] bool contains(std::string_view text) const;

    /// Those that no rule knows, as printed first.
    [[nodiscard]] std::vector<std::string> inferred() const;

private:
    const rules::RuleSet& rules_;
    std::map<std::string, std::string> recurring_; ///< as printed, by folded text
};

} // namespace kompass
