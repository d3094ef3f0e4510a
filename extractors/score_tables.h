// The score tables: questions with points, maximum and percent, and the area's sums.
//
// A table belongs to the area its questions are numbered for, wherever it stands; where they are not, to the
// area whose questions these are, else to the one that its title, a heading or caption beside it, or the part
// of the report it stands in names. Figures that are missing or impossible (points above the maximum) are
// named doubtful, never filled in.
#pragma once

#include "audit/evidence.h"
#include "extractors/outline.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <cstddef>
#include <map>
#include <vector>

namespace kompass {

/// What a table says of the areas whose rows it has, by number.
struct ScoreTable {
    std::size_t block = 0;
    std::map<int, Area> areas;
    std::map<int, Places> titles; ///< where the areas' titles stand in it
};

/// Each score table by itself, in order.
[[nodiscard]] std::vector<ScoreTable> read_score_tables(const Blocks& blocks,
                                                        const std::vector<AreaSpan>& spans,
                                                        const rules::Knowledge& knowledge,
                                                        audit::Evidence& evidence);

/// Adds to `areas` (by number) what the tables hold: table_title, questions, total. A second table of the
/// same area that says something else is a Trouble, and the first stands.
/// What OCR was not sure of is noted in `evidence`. Where the titles of the tables stand.
Provenances extract_score_tables(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                                 const rules::Knowledge& knowledge, std::map<int, Area>& areas,
                                 Troubles& troubles, audit::Evidence& evidence);

} // namespace kompass
