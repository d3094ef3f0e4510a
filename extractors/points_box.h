// An area's points and the headings of what it is about: from a box (Rubriker | Poäng, whatever its rows), or
// from what stands below the area's heading ("Poäng: 43 av 100", a figure in a badge or at the right of the
// heading) and the list of headings there.
//
// A box is known by its heads, or by what it holds: headings, and points beside them. The text that ends the
// boxes of several areas is the label of their sums. Immutable once made; thread safe.
#pragma once

#include "audit/evidence.h"
#include "extractors/finding_heads.h"
#include "extractors/outline.h"
#include "extractors/topic_heads.h"
#include "layout/hints.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <set>
#include <string>
#include <vector>

namespace kompass {

/// Holds references to what it is made of.
class PointsBoxes {
public:
    PointsBoxes(const Blocks& blocks, const std::vector<AreaSpan>& spans, const FindingHeads& findings,
                const rules::Knowledge& knowledge, const layout::Hints& hints);

    /// What OCR was not sure of is noted in `evidence`, where points and headings stand in `provenance`.
    void extract(const AreaSpan& span, Area& area, audit::Evidence& evidence, Provenances& provenance) const;

private:
    const Blocks& blocks_;
    const FindingHeads& findings_;
    const rules::RuleSet& rules_;
    const layout::Hints& hints_;
    TopicHeads topic_heads_;
    std::set<std::string> sum_labels_;
};

} // namespace kompass
