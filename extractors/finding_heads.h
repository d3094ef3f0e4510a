// Which list of findings stands under which head: by the rules' wordings, and by what the report itself does.
//
// A report describes its areas alike: a head that recurs in half of them or more, beside one that is known,
// is the name this report gives to what is not named yet, though no rule knows it. Where none is known, how
// the texts below read tells strengths from improvements. Immutable once made; thread safe.
#pragma once

#include "extractors/outline.h"
#include "layout/hints.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kompass {

class FindingHeads {
public:
    using List = std::vector<Finding> Area::*;

    FindingHeads(const Blocks& blocks, const std::vector<AreaSpan>& spans, const rules::RuleSet& rules,
                 const layout::Hints& hints);

    /// The list that the head names, or null.
    [[nodiscard]] List list_under(std::string_view head) const;

    /// Heads that no rule knows, and what they were taken for: "Utmaningar" -> "improvements".
    [[nodiscard]] const std::map<std::string, std::string>& inferred() const { return inferred_; }

private:
    const rules::RuleSet& rules_;
    std::map<std::string, List> by_recurrence_; ///< by folded text
    std::map<std::string, std::string> inferred_;
};

} // namespace kompass
