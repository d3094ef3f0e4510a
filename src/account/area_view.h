// One area as the account sees it: what its span holds beside what the record has taken.
//
// Plain values that refer to what they were made from. Pure and thread safe.
#pragma once

#include "account/claims.h"
#include "account/holders.h"
#include "account/ledger.h"
#include "extractors/outline.h"
#include "model/block.h"
#include "model/document.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <map>
#include <string>
#include <vector>

namespace kompass::account {

/// All that the account looks at, made once a report.
struct Sight {
    const Document& document;
    const Blocks& blocks;
    const Record& record;
    const rules::Knowledge& knowledge;
    std::vector<AreaSpan> spans; ///< in order of number
    Holdings held;
    std::vector<Claim> claims; ///< parallel to held.holders
    Ledger ledger;
};

[[nodiscard]] Sight sight_of(const Document& document, const Blocks& blocks, std::vector<AreaSpan> spans,
                             const Record& record, const rules::Knowledge& knowledge);

struct AreaView {
    int number = 0;
    const Area* area = nullptr;           ///< none if the record has no such area
    const AreaSpan* span = nullptr;       ///< none if no heading of it was found
    std::map<PartKind, int> heads;        ///< of lists and of the box: how often each is seen in the span
    std::map<PartKind, int> values;       ///< how many holders of the span each part claims
    std::vector<std::size_t> stray_lists; ///< holders that look like a list or table and that nothing claims
    std::vector<std::size_t> stray_texts; ///< others that nothing claims
    std::vector<std::size_t>
        beside_lists;                    ///< text right before or behind a list, without a heading of its own
    std::vector<std::size_t> behind_box; ///< what stands between the points box and the first running text
    std::vector<std::size_t> broken_texts;    ///< prose or a heading that begins in the midst of a sentence
    std::vector<std::size_t> lines_cut_short; ///< claimed holders in which a line ended though there was room
    std::vector<std::size_t> behind_room;     ///< items of a list with room for a heading before them
    bool tells_points = false;                ///< the area's points stand by themselves near its head
};

/// The list of findings that the part is.
[[nodiscard]] const std::vector<Finding>& list_of(const Area& area, PartKind kind);

/// By number, 1 to 8.
[[nodiscard]] std::vector<AreaView> area_views(const Sight& sight);

} // namespace kompass::account
