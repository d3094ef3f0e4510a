// The recipe, from a document as it was read to its record: mend, lay out, extract, infer the edition,
// settle, audit, account.
//
// Nothing is thrown for what a report holds or lacks: what is missing is null, what is odd is a Trouble, what
// is unsure is doubtful. A document that is no Kommunkompassen report gives a record whose troubles hold an
// error "not-a-report", one of a sister instrument that the rules have no edition of "other-instrument"; one
// that could not be read keeps its own error (model/record_facts.h: failed). The same document and knowledge
// give the same record. Nothing but the arguments is touched; one thread at a time uses a Repairer.
#pragma once

#include "model/block.h"
#include "model/document.h"
#include "model/record.h"
#include "repair/repair.h"
#include "rules/knowledge.h"

#include <string>

namespace kompass::pipeline {

struct Understanding {
    Document mended; ///< the document with its words mended and the repairs told
    Blocks blocks;   ///< it laid out; empty if it could not be read
    Record record;
};

[[nodiscard]] Understanding understand(Document document, const rules::Knowledge& knowledge,
                                       repair::Repairer& repairer);

/// What is left of a document that nobody could understand: the error says why.
[[nodiscard]] Understanding not_understood(Document document, std::string code, std::string message);

/// The audit alone, for a record that was made elsewhere.
void audit_anew(Record& record);

} // namespace kompass::pipeline
