// The municipalities that a report names as role models for an area: under "Inspiration", behind
// that word, or in a sentence that says so.
#pragma once

#include "extractors/outline.h"
#include "model/block.h"
#include "model/record.h"
#include "rules/knowledge.h"

namespace kompass {

/// Each once, in order; the evaluated municipality itself (by code) does not count. Where each stands is
/// added to `provenance`.
void extract_role_models(const Blocks& blocks, const AreaSpan& span, const rules::Knowledge& knowledge,
                         const std::string& own_code, Area& area, Provenances& provenance);

} // namespace kompass
