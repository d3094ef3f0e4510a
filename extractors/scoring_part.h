// Which blocks of a report are of another scoring than its own: score tables by another model of the
// instrument, their captions, and the chapters that are about nothing else.
//
// A chapter, a heading or a caption may say so. Where none does, the tables' titles and questions are those
// of another edition, and the areas come twice. What remains open is decided by what is clear around it: a
// table that goes on, the second of an area of which one is decided, the order in which pairs stand. A report
// that would be left without scores of its own has no other: then that model is its own. Pure.
#pragma once

#include "extractors/outline.h"
#include "extractors/score_tables.h"
#include "extractors/scoring_marks.h"
#include "model/block.h"
#include "rules/knowledge.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kompass {

struct ScoringPart {
    std::vector<bool> blocks; ///< parallel to those of the report: of the other scoring
    ScoringMark other = ScoringMark::former;
    std::string label; ///< what tells of it, as printed
    Places places;
    bool has_tables = false; ///< of questions
};

/// `tables` are all score tables of the report, `spans` its areas' texts. None if there is one scoring.
[[nodiscard]] std::optional<ScoringPart> find_other_scoring(const Blocks& blocks,
                                                            const std::vector<AreaSpan>& spans,
                                                            const std::vector<ScoreTable>& tables,
                                                            const rules::Knowledge& knowledge);

/// The blocks for which `keep` is true; in the place of the others stands an empty text, so that each has the
/// index that it had.
[[nodiscard]] Blocks only(const Blocks& blocks, const std::vector<bool>& keep);

} // namespace kompass
