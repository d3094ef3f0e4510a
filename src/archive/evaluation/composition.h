// One report out of all documents of an evaluation: each part from the document that has it best.
//
// A part is taken from the document in which it was found whole, with the fewest doubts; where that says
// nothing, from the preferred one. So a scan that lost its table of history does not hide the transcript that
// has it. What a later edition leaves out is not taken from an earlier one, unless its account misses it.
// Score tables are taken from documents of one edition only. The date, pages, words and remarks are the
// preferred document's. Pure; no errors.
#pragma once

#include "archive/evaluation/preference.h"

#include <map>
#include <vector>

namespace kompass::archive {

/// The documents that the parts of an area are from.
struct AreaOrigin {
    const Witness* box = nullptr; ///< and the title
    const Witness* table = nullptr;
    const Witness* strengths = nullptr;
    const Witness* improvements = nullptr;
    const Witness* weaknesses = nullptr;
    const Witness* role_models = nullptr;
    const Witness* text = nullptr;
};

struct Composition {
    const Witness* preferred = nullptr;
    Record record;                             ///< `corrections`: those of all documents, in the order made
    std::map<int, AreaOrigin> areas;           ///< by number
    const Witness* history = nullptr;          ///< null: no document has one
    const Witness* scorings = nullptr;         ///< null: no document prints others than its own
    const Witness* key_facts = nullptr;        ///< null: no document has any
    const Witness* chapters = nullptr;         ///< the best document that has any; null: none has
    std::map<CellField, const Witness*> facts; ///< of the report itself; those that a document states
    std::vector<const Witness*> parts;         ///< of each part of the account
};

/// `documents` are those of one evaluation, best first, at least one.
[[nodiscard]] Composition composed(const std::vector<Preference>& documents);

} // namespace kompass::archive
