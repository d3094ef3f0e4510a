// Every extractor in turn: from a document's blocks to what it states of itself.
//
// Nothing is thrown for what a report holds or lacks: what is missing is null, what is odd is a Trouble, what
// is unsure is doubtful. What it means that something is missing, and which figures to believe, is decided
// after that (pipeline/understand.h). Pure and thread safe.
#pragma once

#include "audit/evidence.h"
#include "extractors/outline.h"
#include "extractors/scorings.h"
#include "layout/hints.h"
#include "model/block.h"
#include "model/document.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <optional>
#include <vector>

namespace kompass {

/// What extraction finds beside the record's values.
struct Extraction {
    std::vector<AreaSpan> spans;       ///< where the areas' texts stand
    std::optional<FoundScoring> other; ///< beside the report's own
};

/// Fills the record's identity, areas, history and key facts from `blocks`, which `document` was laid out to
/// with `hints`; notes in `evidence` what OCR was not sure of.
/// `outlined`: the blocks' areas (outline).
[[nodiscard]] Extraction extract(const Document& document, const Blocks& blocks,
                                 std::vector<AreaSpan> outlined, const rules::Knowledge& knowledge,
                                 const layout::Hints& hints, Record& record, audit::Evidence& evidence);

} // namespace kompass
