// The scores by another edition of the instrument, that a report prints beside its own.
//
// Forms: a chapter of its own with whole score tables (scoring_part.h tells which blocks are of it); a table
// of the areas with a column for each model; a table of the areas under a heading that names the other model;
// the table of earlier evaluations with a year twice, or a column that names the other model. Of columns that
// bear the names of both models the one that holds the report's own points is its own, whatever its head
// says; where neither does, what is read of the other is doubtful. What is not printed is left null. Which
// edition it is, is not said here: `mark` tells on which side of the report's own. Pure.
#pragma once

#include "audit/evidence.h"
#include "extractors/scoring_part.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <optional>

namespace kompass {

struct FoundScoring {
    Scoring scoring; ///< without its edition
    ScoringMark mark = ScoringMark::none;
    audit::Evidence evidence; ///< what OCR was not sure of, by the scoring's own cells
};

/// `part` is what find_other_scoring() gave; `record` holds the report's own areas and year. Where figures
/// contradict each other there is a Trouble in it.
[[nodiscard]] std::optional<FoundScoring> extract_scoring(const Blocks& blocks,
                                                          const std::optional<ScoringPart>& part,
                                                          const rules::Knowledge& knowledge, Record& record);

} // namespace kompass
