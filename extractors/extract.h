// From a document to a record: layout, every extractor, the inferred edition, the audit.
//
// `extract` never throws for what a report holds or lacks: what is missing is null, what is odd is a Trouble,
// what is unsure is doubtful. A document that is no Kommunkompassen report gives a record whose troubles hold
// an error "not-a-report". Pure and thread safe.
#pragma once

#include "model/document.h"
#include "model/record.h"
#include "rules/knowledge.h"

namespace kompass {

[[nodiscard]] Record extract(const Document& document, const rules::Knowledge& knowledge);

/// True if a trouble says that the report cannot be taken.
[[nodiscard]] bool failed(const Record& record);

} // namespace kompass
