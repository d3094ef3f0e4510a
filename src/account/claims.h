// What the record holds of the blocks: which value claims each holder.
//
// A value claims the piece of a block that it was copied from: the item with its text, the row with its
// number. What is prose of an area or chapter is told apart from what no value and no prose holds.
#pragma once

#include "account/holders.h"
#include "extractors/outline.h"
#include "model/account.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <optional>
#include <vector>

namespace kompass::account {

enum class Use { claimed, prose, furniture, unclaimed };

struct Claim {
    Use use = Use::unclaimed;
    std::optional<PartKind> part; ///< of which part the value is
    int area = 0;                 ///< 0: of none
    bool is_head = false;         ///< heads the part and is no value of it
    bool recurs = false;          ///< half of the areas say the same: it labels something in each
};

/// Parallel to `holders`.
[[nodiscard]] std::vector<Claim> claims(const std::vector<Holder>& holders, const Blocks& blocks,
                                        const std::vector<AreaSpan>& spans, const Record& record,
                                        const rules::Knowledge& knowledge);

/// The list that a text heads, if it does.
[[nodiscard]] std::optional<PartKind> list_headed(std::string_view text, const rules::RuleSet& rules);

} // namespace kompass::account
