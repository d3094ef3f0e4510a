// A scoring that a report prints beside its own, before and after it is settled: its edition, its doubts, its
// place in the record.
//
// It is settled as if the report printed nothing else (audit/scoring_checks.h); no figure of one scoring
// tells of one of the other. Pure but for what it is given to change.
#pragma once

#include "extractors/scorings.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <set>

namespace kompass::pipeline {

/// The edition of its titles and questions; where they are the report's own, or tell nothing, the model
/// before the report's own, as it is called. The record's edition is settled.
void infer_other_edition(const FoundScoring& found, const rules::Editions& editions, Record& record,
                         Scoring& scoring);

/// Adds the scoring, of which `alone` is settled, to the record. `ocr_pages`: those whose figures may be
/// misread.
void add_scoring(Scoring scoring, Record alone, const std::set<int>& ocr_pages, Record& record);

} // namespace kompass::pipeline
