// Which list of findings stands under which head: by the rules' wordings, and by what the report itself does.
//
// A report describes its areas alike: heads that recur in half of them or more, side by side or one below the
// other, are the names this report gives to its lists, though no rule knows them. Which names which: by the
// words of the head, by how the texts below read, and by their order. Immutable once made; thread safe.
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

    /// "Styrka: Öppna möten": the list that the label before the colon names, and the text behind it; null
    /// and empty if none does.
    struct Labelled {
        List list = nullptr;
        std::string_view text;
    };
    [[nodiscard]] Labelled labelled(std::string_view text) const;

    /// False if the heads may as well name each other's lists.
    [[nodiscard]] bool certain() const { return certain_; }

    /// Heads that no rule knows, and what they were taken for: "Utmaningar" -> "improvements".
    [[nodiscard]] const std::map<std::string, std::string>& inferred() const { return inferred_; }

private:
    const rules::RuleSet& rules_;
    std::map<std::string, List> by_recurrence_; ///< by folded text
    std::map<std::string, std::string> inferred_;
    bool certain_ = true;
};

} // namespace kompass
