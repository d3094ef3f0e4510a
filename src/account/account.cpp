#include "account/account.h"

#include "account/area_view.h"
#include "account/page_numbers.h"
#include "account/parts.h"

#include <utility>

namespace kompass::account {

Account account_of(const Document& document, const Blocks& blocks, std::vector<AreaSpan> spans,
                   const Record& record, const rules::Knowledge& knowledge) {
    auto sight = sight_of(document, blocks, std::move(spans), record, knowledge);
    Account account;
    account.parts = parts(sight, area_views(sight), page_faults(document));
    account.words = sight.ledger.counts;
    account.unclaimed = std::move(sight.ledger.unclaimed);
    return account;
}

} // namespace kompass::account
