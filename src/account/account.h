// The account of a report: every word in one account, every part found, damaged, missing or not in the
// report.
//
// The last stage of understanding a report: it looks at the document, the blocks and the record side by side
// and tells what the record does not hold, so that nothing is lost in silence. It changes no value.
//   ledger       words, by what holds them and which value claims that
//   parts        what a report should hold, by the instrument, by its own other areas, by heads and contents
//                seen, by the printed page numbers; and what speaks against that which the record holds
// Pure and thread safe; whatever a document holds, there is an account.
#pragma once

#include "extractors/outline.h"
#include "model/account.h"
#include "model/block.h"
#include "model/document.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <vector>

namespace kompass::account {

/// `spans`: where the areas' texts stand in the blocks.
[[nodiscard]] Account account_of(const Document& document, const Blocks& blocks, std::vector<AreaSpan> spans,
                                 const Record& record, const rules::Knowledge& knowledge);

} // namespace kompass::account
