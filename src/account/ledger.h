// The ledger of words: each word that was read, in exactly one account.
//
// A word has the account of what holds it (holders.h, claims.h). What nothing holds is furniture if it is a
// bullet, a page number or a line that stands at the same place of several pages, and unclaimed otherwise.
// Each word is counted once, so the sums agree whatever a document holds. Pure and thread safe.
#pragma once

#include "account/claims.h"
#include "account/holders.h"
#include "model/account.h"
#include "model/document.h"

#include <vector>

namespace kompass::account {

struct Ledger {
    WordCounts counts;
    std::vector<Use> uses;            ///< parallel to the words
    std::vector<Unclaimed> unclaimed; ///< in reading order
};

[[nodiscard]] Ledger ledger(const Document& document, const Blocks& blocks, const Holdings& held,
                            const std::vector<Claim>& claims, const rules::RuleSet& rules);

} // namespace kompass::account
